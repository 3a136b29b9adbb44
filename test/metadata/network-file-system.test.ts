import { expect } from 'chai'
import { UserError } from '../../src/lib/user-error.ts'
import { refuseNetworkFileSystem } from '../../src/metadata/network-file-system.ts'

describe('refuseNetworkFileSystem', () => {
  for (const kind of ['nfs', 'nfs4', 'cifs', 'smb3', '9p', 'ceph', 'fuse.sshfs', 'fuse.rclone']) {
    it(`refuses ${kind}, and says where, what and what to do`, () => {
      expect(() => {
        refuseNetworkFileSystem('/srv/seau', kind)
      }).to.throw(
        UserError,
        new RegExp(`^[^\\n]*/srv/seau[^\\n]*\\(${kind}\\)[^\\n]*SEAU_DATABASE_URL[^\\n]*$`),
      )
    })
  }

  for (const kind of ['ext4', 'xfs', 'btrfs', 'zfs', 'tmpfs', 'overlay', 'fuseblk', 'fuse.fuse-overlayfs']) {
    it(`allows ${kind}`, () => {
      refuseNetworkFileSystem('/srv/seau', kind)
    })
  }

  it('allows what it does not know', () => {
    for (const kind of ['newfs', undefined]) refuseNetworkFileSystem('/srv/seau', kind)
  })
})
