// What stands around a configuration of docs/proxies.md when it is tried: a port of loopback instead of TLS, and no file
// outside the folder.
import type { Proxy } from './proxy.ts'

const nginx: Proxy = {
  program: 'nginx',
  language: 'nginx',
  configure: (snippet, { port, folder }) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    )
    const server = snippet.replace('listen 443 ssl', `listen 127.0.0.1:${port}`).replaceAll(/ +ssl_.*\n/g, '')
    return `daemon off;\npid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\n${temporary.join('\n')}\n${server}}\n`
  },
  args: (file) => ['-e', 'stderr', '-c', file],
}

const caddy: Proxy = {
  program: 'caddy',
  language: 'caddy',
  configure: (snippet, { port }) =>
    `{\nadmin off\nauto_https off\n}\n${snippet.replace(/^.* \{/, `http://127.0.0.1:${port} {`)}`,
  args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
}

const haproxy: Proxy = {
  program: 'haproxy',
  language: 'haproxy',
  configure: (snippet, { port }) => snippet.replace(/bind .*/, `bind 127.0.0.1:${port}`),
  args: (file) => ['-db', '-f', file],
}

export const proxyPrograms = [nginx, caddy, haproxy] as const
