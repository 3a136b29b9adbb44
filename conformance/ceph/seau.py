"""A Seau of the suite's own."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

# How long the suite lets a day of lifecycle rules last.
DAY_SECONDS = 4


class Seau:
    """The program on a folder of its own, with the keys of the main account as its root keys."""

    def __init__(self, program, folder, root):
        port, console_port = free_ports(2)
        self.endpoint = f"http://localhost:{port}"
        self.address = f"http://127.0.0.1:{port}"
        self.command = ["node", str(program)]
        self.log = folder / "seau.log"
        self.place = {
            "cwd": folder,
            "env": {
                "PATH": os.environ["PATH"],
                "HOME": str(folder),
                "SEAU_PORT": str(port),
                "SEAU_CONSOLE_PORT": str(console_port),
                "SEAU_DATA": str(folder / "data"),
                "SEAU_ROOT_ACCESS_KEY": root["access_key"],
                "SEAU_ROOT_SECRET_KEY": root["secret_key"],
                "SEAU_LOG_LEVEL": "warn",
                "SEAU_LIFECYCLE_DAY_SECONDS": str(DAY_SECONDS),
                "SEAU_SIG_V2_HEADER": "on",
                "SEAU_LOGGING_SECONDS": "5",
            },
        }

    def run(self, *arguments):
        done = subprocess.run([*self.command, *arguments, "--json"], **self.place, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"seau {' '.join(arguments[:2])} failed: {done.stderr.strip() or done.stdout.strip()}")
        return json.loads(done.stdout)

    @contextlib.contextmanager
    def serving(self):
        with open(self.log, "w") as log:
            process = subprocess.Popen([*self.command, "serve"], **self.place, stdout=log, stderr=log)
        try:
            wait_for(process, self.address, self.log)
            yield
        finally:
            stop(process)
            keep_log(self.log)


def free_ports(count):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def wait_for(process, address, log):
    deadline = time.monotonic() + 30
    while process.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"Seau did not start: {log.read_text()[-2000:]}")


def stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()


def keep_log(log):
    """Leaves the server's warnings where S3TEST_SERVER_LOG says."""
    if "S3TEST_SERVER_LOG" in os.environ:
        shutil.copy(log, os.environ["S3TEST_SERVER_LOG"])
