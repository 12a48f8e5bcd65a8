"""Effects that send files on."""

from proofroom.redistribution.commands import start
from proofroom.redistribution.plan import Files
from proofroom.workflow import inputs
from proofroom.workflow.redistributing import queue
from proofroom.workflow.step import Step


def redistribute(step: Step) -> None:
    """Written down and queued; the files leave once this is committed."""
    assert isinstance(step.given, inputs.Redistribute)
    said = step.given
    made = start(step.order, step.by, said.destinations, Files(said.files), step.at, said.edition)
    queue(made)
    pushes = list(made.pushes.select_related("destination"))
    step.told |= {
        "files": sum(push.files.count() for push in pushes),
        "destinations": ", ".join(push.destination.name for push in pushes),
    }
