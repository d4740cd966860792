# Runs the code cells of a notebook in a fresh kernel, and writes into the notebook what they showed.
#
#   python3 scripts/notebooks.py KERNEL NOTEBOOK
#
# A client of its own, because Deno's kernel may say that it is idle a moment before the last output of a cell arrives,
# which Jupyter's own client then loses. Stops at the first error, which stands in the notebook like any output.

import os
import queue
import sys

import nbformat
from jupyter_client.manager import start_new_kernel

# Seconds: how long a cell may be silent, and how long after "idle" an output may still arrive.
SILENCE = 120
GRACE = 0.3

SHOWN = ("stream", "display_data", "execute_result", "error")


def outputs_of(client, code):
    """What a cell shows."""
    request = client.execute(code)
    outputs, idle = [], False
    while True:
        try:
            message = client.get_iopub_msg(timeout=GRACE if idle else SILENCE)
        except queue.Empty:
            if idle:
                return outputs
            raise TimeoutError(f"nothing for {SILENCE} s from:\n{code}") from None
        if message["parent_header"].get("msg_id") != request:
            continue
        if message["msg_type"] in SHOWN:
            outputs.append(nbformat.v4.output_from_msg(message))
        idle = idle or message["content"].get("execution_state") == "idle"


def execute(notebook, kernel, folder):
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in cells:
        cell.outputs, cell.execution_count = [], None
    manager, client = start_new_kernel(kernel_name=kernel, cwd=folder)
    try:
        for count, cell in enumerate(cells, start=1):
            cell.outputs, cell.execution_count = outputs_of(client, cell.source), count
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = count
            if any(output.output_type == "error" for output in cell.outputs):
                return
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


kernel, path = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
execute(notebook, kernel, os.path.dirname(path))
nbformat.write(notebook, path)
