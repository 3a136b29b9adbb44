"""The upload of an application's backend, as its author wrote it, with key and address given by the environment."""

import os

import requests

API_KEY = os.environ.get("CONFORMANCE_API_KEY")
url = f"{os.environ.get('CONFORMANCE_REST_URL')}/api/upload"


def upload():
    files = {"file": open("profil.jpg", "rb")}
    data = {"bucket": "users"}

    res = requests.post(url, files=files, data=data, headers={
        "Authorization": f"Bearer {API_KEY}"
    })

    return res.json()
