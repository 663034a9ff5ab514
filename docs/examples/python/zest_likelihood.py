"""The likelihood of `zest serve-likelihood` as a Python function of many points at once."""

import json
import os
import shlex
import subprocess

import numpy as np


class ZestLikelihood:
    """−2 ln L under options of `zest serve-likelihood`; `with` ends the server.

    The environment variable ZEST names the command where it is not `zest`, such as `npx zest`.
    """

    def __init__(self, *options):
        command = shlex.split(os.environ.get("ZEST", "zest"))
        self._server = subprocess.Popen(
            [*command, "serve-likelihood", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        first = self._server.stdout.readline()
        if not first:
            raise RuntimeError(f"zest ended with {self._server.wait()}; its message is above")
        self.info = json.loads(first)
        self.names = [parameter["name"] for parameter in self.info["parameters"]]
        self.ranges = np.array([parameter["range"] for parameter in self.info["parameters"]])
        self.standard_model = self.info["minus2LogL_standard_model"]

    def __call__(self, points):
        """−2 ln L at each row of parameters, all within their ranges; inf where the likelihood is zero."""
        request = {"points": np.atleast_2d(points).tolist()}
        self._server.stdin.write(json.dumps(request, allow_nan=False) + "\n")
        self._server.stdin.flush()
        answer = json.loads(self._server.stdout.readline())
        if "error" in answer:
            raise ValueError(answer["error"]["message"])
        return np.array([np.inf if value is None else value for value in answer["minus2LogL"]])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._server.stdin.close()
        self._server.wait()
