"""How a side of a comparison takes turns with the other: `run` on stdin, one JSON line on stdout."""

import json
import os
import sys
import time

import torch


def prepare():
    """Fixes the number of threads, the same as on the other side."""
    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))


def take(run, warmups):
    """Warms up, says so, then makes one timed run for each `run`.

    `run` returns what the other side must agree with, as a dict.
    """
    for _ in range(warmups):
        run()
    say({"ready": True, "engine": f"PyTorch {torch.__version__}", "threads": torch.get_num_threads()})
    for line in sys.stdin:
        if line.strip() != "run":
            raise SystemExit(f"a turn begins with 'run', not {line!r}")
        began = time.perf_counter()
        outcome = run()
        milliseconds = (time.perf_counter() - began) * 1000
        say({"milliseconds": milliseconds, **outcome})


def say(message):
    print(json.dumps(message), flush=True)
