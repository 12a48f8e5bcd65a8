"""What actions take: no text gets in that no database keeps."""

import pytest

from proofroom.core.errors import Invalid
from proofroom.orders.lifecycle.states import Action
from proofroom.workflow.inputs import Reply, Review, understand


@pytest.mark.parametrize(("action", "given"), [(Action.REVIEW, {"stars": 5}), (Action.REPLY_TO_REVIEW, {})])
@pytest.mark.parametrize("text", ["Good\x00", "Good\ud800"])
def test_a_review_and_its_reply_refuse_text_that_cannot_be_kept(
    action: Action, given: dict[str, int], text: str
) -> None:
    with pytest.raises(Invalid) as refused:
        understand(action, {**given, "text": text})
    assert "text" in refused.value.fields


def test_a_review_and_its_reply_have_five_thousand_characters_at_most() -> None:
    assert Review(stars=5, text="a" * 5_000).text == Reply(text=" " + "a" * 5_000).text
    for action, given in ((Action.REVIEW, {"stars": 5}), (Action.REPLY_TO_REVIEW, {})):
        with pytest.raises(Invalid):
            understand(action, {**given, "text": "a" * 5_001})


def test_a_review_may_say_nothing_but_a_reply_may_not() -> None:
    assert Review.model_validate({"stars": 5, "text": "  "}).text == ""
    with pytest.raises(Invalid):
        understand(Action.REPLY_TO_REVIEW, {"text": "  "})
