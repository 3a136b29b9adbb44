import { expect } from 'chai'
import { codecs } from '../../src/iam/codecs.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'https://iam.amazonaws.com/doc/2010-05-08/'
const metadata = '<ResponseMetadata><RequestId>R1</RequestId></ResponseMetadata>'

describe('The answer to a query request', () => {
  it('holds the result and the id of the request', () => {
    const page = { Groups: [], IsTruncated: true, Marker: 'a<b' }
    expect(codecs.ListGroups.write(page, 'R1')).to.equal(
      `${declaration}<ListGroupsResponse xmlns="${namespace}"><ListGroupsResult><Groups></Groups><IsTruncated>true</IsTruncated>` +
        `<Marker>a&lt;b</Marker></ListGroupsResult>${metadata}</ListGroupsResponse>`,
    )
  })

  it('has lists of members, and moments', () => {
    const group = { Path: '/', GroupName: 'g', GroupId: 'AGPA', Arn: 'arn', CreateDate: new Date(0) }
    expect(codecs.ListGroups.write({ Groups: [group] }, 'R1')).to.include(
      '<Groups><member><Path>/</Path><GroupName>g</GroupName><GroupId>AGPA</GroupId><Arn>arn</Arn>' +
        '<CreateDate>1970-01-01T00:00:00.000Z</CreateDate></member></Groups>',
    )
  })

  it('has maps as entries', () => {
    expect(codecs.GetAccountSummary.write({ SummaryMap: { Users: 3 } }, 'R1')).to.include(
      '<SummaryMap><entry><key>Users</key><value>3</value></entry></SummaryMap>',
    )
  })

  it('has no result where the operation has none', () => {
    expect(codecs.DeleteUser.write(undefined, 'R1')).to.equal(
      `${declaration}<DeleteUserResponse xmlns="${namespace}">${metadata}</DeleteUserResponse>`,
    )
  })

  it('has an empty result where the operation has one without members', () => {
    expect(codecs.UpdateRole.write({}, 'R1')).to.include('<UpdateRoleResult></UpdateRoleResult>')
  })
})
