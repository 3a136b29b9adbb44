import { UserError } from '../lib/user-error.ts'

/** As `mount` names them. Others made with FUSE, such as a container's `fuse.fuse-overlayfs`, may well lie on a local disk. */
const networkKinds: ReadonlySet<string | undefined> = new Set([
  '9p',
  'afs',
  'beegfs',
  'ceph',
  'cifs',
  'davfs',
  'fuse.ceph',
  'fuse.ceph-fuse',
  'fuse.curlftpfs',
  'fuse.davfs',
  'fuse.davfs2',
  'fuse.gcsfuse',
  'fuse.glusterfs',
  'fuse.goofys',
  'fuse.juicefs',
  'fuse.mfs',
  'fuse.rclone',
  'fuse.s3fs',
  'fuse.seaweedfs',
  'fuse.smbnetfs',
  'fuse.sshfs',
  'fuse.vmhgfs-fuse',
  'glusterfs',
  'gpfs',
  'lustre',
  'ncpfs',
  'nfs',
  'nfs4',
  'smb2',
  'smb3',
  'smbfs',
  'vboxsf',
])

/** SQLite's write-ahead log needs memory that all its users share: https://www.sqlite.org/wal.html. Throws UserError for a folder without. */
export function refuseNetworkFileSystem(folder: string, kind: string | undefined): void {
  if (!networkKinds.has(kind)) return
  throw new UserError(
    `The database cannot lie in ${folder}: that is a network file system (${String(kind)}), where SQLite may lose writes. ` +
      'Set SEAU_DATABASE_URL to sqlite:PATH, with a path on a local disk.',
  )
}
