"""The one command: ``proofroom demo | serve | web | worker | ftp | sweep | manage``."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit code. Settings come from the environment; see docs/operators/settings.md."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "proofroom.config.settings")
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["manage"]:
        from django.core.management import execute_from_command_line

        execute_from_command_line(["proofroom manage", *given[1:]])
        return 0
    options = _parser().parse_args(given)
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="proofroom", description="The order desk for studios that sell creative work."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    demo = _served(commands.add_parser("demo", help="everything on this machine, with people and orders to try"), _demo)
    demo.add_argument("--data", default="var/demo", help="folder of the demo (default: var/demo)")
    _with_files(demo)
    serve = _served(commands.add_parser("serve", help="everything on this machine, with real settings"), _serve)
    _with_files(serve)
    web = _served(commands.add_parser("web", help="pages, API, uploads and downloads"), _web)
    web.add_argument("--processes", type=int, default=1)
    worker = commands.add_parser("worker", help="previews, mails and the clock")
    worker.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    worker.set_defaults(run=_worker)
    ftp = commands.add_parser("ftp", help="FTP, FTPS and SFTP")
    ftp.add_argument("--host", default="127.0.0.1")
    ftp.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    ftp.set_defaults(run=_ftp)
    _with_files(ftp)
    sweep = commands.add_parser("sweep", help="fire what is due, and end")
    sweep.add_argument("--at", help="as if it were this time, such as 2026-11-21T09:00:00Z")
    sweep.set_defaults(run=_sweep)
    commands.add_parser("manage", help="Django's commands, and token EMAIL", add_help=False)
    return parser


def _served(parser: argparse.ArgumentParser, run: object) -> argparse.ArgumentParser:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.set_defaults(run=run)
    return parser


def _with_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ftp-port", type=int, default=2121)
    parser.add_argument("--sftp-port", type=int, default=2222)


def _demo(options: argparse.Namespace) -> int:
    # The demo is its own world: what is set for a real Proofroom on this machine must not reach it.
    for name in [name for name in os.environ if name.startswith("PROOFROOM_")]:
        del os.environ[name]
    data = Path(options.data).absolute()
    os.environ |= {"PROOFROOM_DATA": str(data), "PROOFROOM_DEMO": "1", "PROOFROOM_SITE_URL": _url(options)}
    if _is_loopback(options.host):
        os.environ["PROOFROOM_FTP_PLAIN"] = "1"
    from proofroom.config.worker import prepare

    prepare(data)
    from proofroom.demo.load import load_once
    from proofroom.demo.welcome import welcome

    load_once(data)
    return _run_all(options, welcome(data))


def _serve(options: argparse.Namespace) -> int:
    os.environ.setdefault("PROOFROOM_SITE_URL", _url(options))
    from proofroom.config.environment import data_folder
    from proofroom.config.worker import prepare

    prepare(data_folder())
    return _run_all(options)


def _run_all(options: argparse.Namespace, notes: str = "") -> int:
    from proofroom.config.crew import Crew

    site = os.environ["PROOFROOM_SITE_URL"]
    # The pages tell people where FTP answers.
    os.environ |= {"PROOFROOM_FTP_PORT": str(options.ftp_port), "PROOFROOM_SFTP_PORT": str(options.sftp_port)}
    return Crew(options.host, options.port, options.ftp_port, options.sftp_port, site).run(notes)


def _web(options: argparse.Namespace) -> int:
    from proofroom.config.server import serve

    serve(options.host, options.port, workers=options.processes)
    return 0


def _worker(options: argparse.Namespace) -> int:
    from proofroom.config.worker import work

    work(options.processes)
    return 0


def _ftp(options: argparse.Namespace) -> int:
    from proofroom.config.ftp import serve_files

    serve_files(options.host, options.ftp_port, options.sftp_port, options.processes)
    return 0


def _sweep(options: argparse.Namespace) -> int:
    from proofroom.config.worker import sweep_once

    print(f"{sweep_once(options.at)} deadlines fired.")
    return 0


def _is_loopback(host: str) -> bool:
    return host in {"127.0.0.1", "::1", "localhost"}


def _url(options: argparse.Namespace) -> str:
    host = "localhost" if options.host in {"0.0.0.0", "::"} else options.host  # noqa: S104 - only read, never bound
    return f"http://[{host}]:{options.port}" if ":" in host else f"http://{host}:{options.port}"


if __name__ == "__main__":
    raise SystemExit(main())
