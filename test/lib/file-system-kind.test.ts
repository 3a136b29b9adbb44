import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { findFileSystemKind, kindOfDevice } from '../../src/lib/file-system-kind.ts'

const mounts = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
31 27 0:47 /share /mnt/a\\040b rw,relatime shared:7 master:1 - nfs4 host:/share rw,vers=4.2
35 27 0:300 / /mnt/far rw,nosuid,nodev,relatime - fuse.sshfs someone@host:/ rw,user_id=0
`

describe('the kind of a file system', () => {
  it('is found by the number of its device', () => {
    expect(kindOfDevice(65_024, mounts)).to.equal('ext4')
    expect(kindOfDevice(47, mounts)).to.equal('nfs4')
  })

  it('is found by a minor number of more than 8 bits', () => {
    expect(kindOfDevice(0x10_002c, mounts)).to.equal('fuse.sshfs')
  })

  it('is not known of a device that is not mounted here', () => {
    expect(kindOfDevice(48, mounts)).to.equal(undefined)
    expect(kindOfDevice(48, '')).to.equal(undefined)
  })

  it('is what the system says', async function () {
    if (!existsSync('/proc/self/mountinfo')) this.skip()
    expect(await findFileSystemKind('/proc')).to.equal('proc')
  })

  it('is not known of a folder that is not there', async () => {
    expect(await findFileSystemKind(join(import.meta.dirname, 'absent'))).to.equal(undefined)
  })
})
