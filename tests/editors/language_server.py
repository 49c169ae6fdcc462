"""A client of the Language Server Protocol, as small as the tests need: what an editor says, and what it hears back."""

import contextlib
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from queue import Queue
from threading import Thread

Json = dict[str, object]
_SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False, "url": ""}},
    "http": {"proxy": ""},
    "redhat": {"telemetry": {"enabled": False}},
}
_ABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


class Editor:
    """An editor with one folder open; a message that does not come within `patience` seconds is an error."""

    def __init__(self, server: Path, folder: Path, patience: float = 20) -> None:
        """Start the server over its standard streams and tell it what this editor can do."""
        self._patience = patience
        self._process = subprocess.Popen(
            ["node", str(server), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: Queue[Json] = Queue()
        self._said: Queue[Json] = Queue()
        self._number = 0
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        root = folder.as_uri()
        folders = [{"uri": root, "name": folder.name}]
        self._ask(
            "initialize",
            {"processId": None, "rootUri": root, "workspaceFolders": folders, "capabilities": _ABILITIES},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": _SETTINGS})

    def open(self, file: Path, text: str) -> list[Json]:
        """Show a file that reads so, and wait for what the server has to say of it."""
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            said = self._said.get(timeout=self._patience)
            params = said["params"]
            assert isinstance(params, dict)
            if said["method"] == "textDocument/publishDiagnostics" and params["uri"] == file.as_uri():
                return list(params["diagnostics"])

    def complete(self, file: Path, line: int, column: int) -> dict[str, Json]:
        """What is offered at a place, by label; lines and columns count from 0."""
        found = self._ask("textDocument/completion", _at(file, line, column))
        items = found["items"] if isinstance(found, dict) else found
        assert isinstance(items, list)
        return {item["label"]: item for item in items}

    def hover(self, file: Path, line: int, column: int) -> str:
        """What is shown when the pointer rests at a place."""
        found = self._ask("textDocument/hover", _at(file, line, column))
        assert isinstance(found, dict), "nothing is shown"
        contents = found["contents"]
        return str(contents["value"] if isinstance(contents, dict) else contents)

    def close(self) -> None:
        """Stop the server."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    def _ask(self, method: str, params: Mapping[str, object]) -> object:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            answer = self._answers.get(timeout=self._patience)
            if answer["id"] == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def _tell(self, method: str, params: Mapping[str, object]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        """Sort what comes: answers, notices, and questions of the server, which an editor has to answer."""
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            if not header.lower().startswith(b"content-length:"):
                continue
            while stream.readline().strip():
                pass
            message = json.loads(stream.read(int(header.split(b":")[1])))
            if "method" not in message:
                self._answers.put(message)
            elif "id" in message:
                self._send({"id": message["id"], "result": _answer(message)})
            else:
                self._said.put(message)


def _answer(question: Json) -> object:
    """The settings, each section as asked; to everything else an editor may say nothing."""
    params = question.get("params")
    if question["method"] != "workspace/configuration" or not isinstance(params, dict):
        return None
    return [_SETTINGS.get(str(item.get("section", "")).strip("[]"), {}) for item in params["items"]]


def _at(file: Path, line: int, column: int) -> Json:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}
