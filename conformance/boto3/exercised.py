"""Which operations a rule exercises, as conformance/exercised.ts tells them: by the server's figures at SEAU_METRICS_URL."""

import os
import re
from collections import Counter

import urllib3

_SUCCESS = re.compile(r'^seau_requests_total\{operation="(\w+)",status="[23]\d\d"\} (\d+)$', re.MULTILINE)


def answered():
    """How often each operation was answered with success; nothing when the server gives no figures."""
    counts = Counter()
    url = os.environ.get("SEAU_METRICS_URL")
    if url:
        for operation, count in _SUCCESS.findall(urllib3.PoolManager().request("GET", url).data.decode()):
            counts[operation] += int(count)
    return counts
