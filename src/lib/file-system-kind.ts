import { readFile, stat } from 'node:fs/promises'

/**
 * The kind of file system that holds a folder, as `mount` names it (`ext4`, `nfs4`, `fuse.sshfs`); undefined where the system does not tell.
 * The magic number of statfs(2) would not do: everything made with FUSE has the same one.
 */
export async function findFileSystemKind(folder: string): Promise<string | undefined> {
  try {
    const { dev } = await stat(folder) // First, for it may be what mounts the folder.
    return kindOfDevice(dev, await readFile('/proc/self/mountinfo', 'utf8'))
  } catch {
    return undefined
  }
}

/** Finds the kind of a device (`st_dev`) in the lines of /proc/self/mountinfo; see proc_pid_mountinfo(5). */
export function kindOfDevice(device: number, mounts: string): string | undefined {
  const name = nameOf(device)
  const line = mounts.split('\n').find((mount) => mount.split(' ')[2] === name)
  return line?.split(' - ')[1]?.split(' ')[0]
}

/** `MAJOR:MINOR`; the low 8 bits of the minor number are apart from the others, see makedev(3). */
function nameOf(device: number): string {
  const major = (device >>> 8) & 0xfff
  const minor = (device & 0xff) | ((device >>> 12) & 0xfff00)
  return `${String(major)}:${String(minor)}`
}
