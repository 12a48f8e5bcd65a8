"""What each action takes: one model per action, for pages, API and its description alike.

Field titles are the labels of the screen; names are those of the API.
"""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)

from proofroom.core.errors import Invalid
from proofroom.core.text import is_storable
from proofroom.orders.commands.drafting import MOST_ITEMS
from proofroom.orders.lifecycle.states import Action
from proofroom.returns.keywords import keyword_in
from proofroom.returns.lifecycle import Keyword, ReturnAction

MOST_PARTS = MOST_ITEMS + 100
LAST_YEAR = 3000
LONGEST_TEXT = 20_000
"""Characters."""


def _storable(text: str) -> str:
    if not is_storable(text):
        raise ValueError("This text has characters that cannot be kept")
    return text


def _foreseeable(moment: datetime) -> datetime:
    # Near the calendar's end, the year 9999, a page that shows a time in its reader's zone would fail.
    if moment.year >= LAST_YEAR:
        raise ValueError(f"A time has to be before the year {LAST_YEAR}")
    return moment


Storable = AfterValidator(_storable)
Moment = Annotated[
    AwareDatetime,
    AfterValidator(_foreseeable),
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": "^[012]"}),
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT), Storable]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT), Storable]
# SQLite's and PostgreSQL's largest key: a larger number in an IN would be the database's error, not the person's.
Key = Annotated[int, Field(ge=1, le=2**63 - 1)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), Storable]


class Given(BaseModel):
    """Base of all inputs; what is not named is refused rather than ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @property
    def choice(self) -> str | None:
        """The word that decides which row of the table is followed."""
        return None


Input = TypeVar("Input", bound=Given)


class Nothing(Given):
    """The action needs nothing but to be pressed."""


class Place(Given):
    agreed_price: int | None = Field(
        None,
        title="Agreed price",
        description="The price shown, in minor units; left out, the one the draft has. "
        "When it is another one today, placing is refused and the draft shows today's.",
    )


class Assign(Given):
    artist: int = Field(title="Artist", description="The artist's number.")


class Reasoned(Given):
    reason: Line = Field(title="Reason")


class AnswerCancellation(Given):
    grant: bool = Field(title="Cancel the order and refund the customer")
    message: Text = Field("", title="Message to the customer")

    @property
    def choice(self) -> str:
        return "grant" if self.grant else "refuse"


class Deliver(Given):
    note: Text = Field("", title="Note to the customer")


class RequestExtension(Given):
    due_at: Moment = Field(title="New delivery time")
    reason: Line = Field(title="Why more time is needed")


class AnswerExtension(Given):
    accept: bool = Field(title="Give the artist more time")
    message: Text = Field("", title="Message to the artist")

    @property
    def choice(self) -> str:
        return "accept" if self.accept else "decline"


class RejectedPicture(BaseModel):
    """One picture that is not right: a comment, markings (W3C Web Annotation selectors with comments), or both."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    item: int
    comment: Text = ""
    markings: list[dict[str, Any]] = Field(default_factory=list, max_length=500)


class RejectImages(Given):
    items: list[RejectedPicture] = Field(
        default_factory=list,
        title="Pictures",
        description="Left out, those that were added to the order's rejection. Drafts of markings go with them.",
        max_length=MOST_ITEMS,
    )
    comment: Text = Field("", title="General comment")


Attachments = Annotated[
    list[Key],
    Field(title="Attachments", description="The numbers of files that you put aside for this order.", max_length=100),
]


class CommentAndReopen(Given):
    comment: Words = Field(title="Comment")
    keyword: Literal["correction", "amendment", "feedback"] | None = Field(None, title="What it is")
    references: list[Line] = Field(default_factory=list, title="Parts of the order it is about", max_length=MOST_PARTS)
    links: list[HttpUrl] = Field(default_factory=list, title="Links to references", max_length=20)
    attachments: Attachments = Field(default_factory=list)

    @property
    def called(self) -> str:
        """What the customer calls it: by button, or by the comment's first word; empty where they do not say."""
        return self.keyword or keyword_in(self.comment) or ""

    @property
    def choice(self) -> str:
        return "feedback" if self.called == Keyword.FEEDBACK else "work"


class PartOfReturn(BaseModel):
    """One picture of a return in two parts."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    item: int
    decision: Literal["correction", "amendment"]


class Assess(Given):
    decision: Literal["correction", "amendment", "split", "feedback", "declined"] = Field(title="Decision")
    pictures: list[PartOfReturn] = Field(
        default_factory=list,
        title="Which part each picture is",
        description="For `split` alone: every picture of the return once, as a correction or as an amendment.",
        max_length=MOST_ITEMS,
    )
    message: Words = Field(title="Message to the customer")
    due_at: Moment | None = Field(None, title="New delivery time")
    price: Decimal | None = Field(
        None,
        ge=0,
        max_digits=12,
        decimal_places=2,
        title="Price of the amendment",
        description="Left out, that of the price list, where it has one.",
    )
    currency: str | None = Field(
        None, max_length=3, title="Currency", description="That of the order; a price in another one is refused."
    )
    reason: Annotated[Text, StringConstraints(max_length=500)] = Field(
        "", title="Why the price differs", description="Needed where the price is not that of the price list."
    )

    @property
    def choice(self) -> str:
        return self.decision


class Said(Given):
    message: Text = Field("", title="Message")


class Say(Given):
    text: Words = Field(title="Message")
    attachments: Attachments = Field(default_factory=list)


class HandOver(Given):
    to: int = Field(title="Colleague", description="The number of a person of the studio's staff.")


class AnswerQuote(Given):
    quote: int | None = Field(
        None, title="Quote", description="The one that is meant; refused when another one is open by now."
    )


class DeclineQuote(AnswerQuote):
    message: Text = Field("", title="Message")


class Disagree(Given):
    comment: Words = Field(title="What you see differently")


class Refund(Given):
    amount: Decimal = Field(gt=0, max_digits=12, decimal_places=2, title="Amount")
    reason: Line = Field(title="Reason")


class Redistribute(Given):
    destinations: list[int] = Field(title="Destinations", min_length=1, max_length=50)
    files: Literal["missing", "all"] = Field("missing", title="Which files")
    edition: str | None = Field(
        None,
        title="Edition of the plan",
        max_length=64,
        description="The plan that was read; when another one would be sent today, nothing is. Left out, today's.",
    )


class Review(Given):
    stars: int = Field(ge=1, le=5, title="Stars")
    text: Annotated[Text, StringConstraints(max_length=5_000)] = Field("", title="Review")


class Reply(Given):
    text: Annotated[Words, StringConstraints(max_length=5_000)] = Field(title="Reply")


INPUTS: dict[Action, type[Given]] = {
    Action.PLACE: Place,
    Action.ASSIGN: Assign,
    Action.REASSIGN: Assign,
    Action.REQUEST_CANCELLATION: Reasoned,
    Action.ANSWER_CANCELLATION: AnswerCancellation,
    Action.CANCEL: Reasoned,
    Action.DELIVER: Deliver,
    Action.REQUEST_EXTENSION: RequestExtension,
    Action.ANSWER_EXTENSION: AnswerExtension,
    Action.REJECT_IMAGES: RejectImages,
    Action.COMMENT_AND_REOPEN: CommentAndReopen,
    Action.AGREE_TO_REVISE: Said,
    Action.DECLINE_TO_REVISE: Reasoned,
    Action.ASSESS: Assess,
    Action.APPROVE_QUOTE: AnswerQuote,
    Action.DECLINE_QUOTE: DeclineQuote,
    Action.DISAGREE: Disagree,
    Action.REFUND: Refund,
    Action.REDISTRIBUTE: Redistribute,
    Action.REVIEW: Review,
    Action.REPLY_TO_REVIEW: Reply,
}


RETURN_INPUTS: dict[str, type[Given]] = {ReturnAction.SAY: Say, ReturnAction.HAND_OVER: HandOver}
"""What is pressed on a return itself; reading and taking need nothing."""


def input_of(action: Action) -> type[Given]:
    """The model of what an action takes."""
    return INPUTS.get(action, Nothing)


def understand(action: Action, given: dict[str, Any]) -> Given:
    """What was sent, checked. Raises Invalid with a sentence for each field that is wrong."""
    return checked(input_of(action), given)


def checked(model: type[Input], given: dict[str, Any]) -> Input:
    """``given`` as this model. Raises Invalid with a sentence for each field that is wrong."""
    try:
        return model.model_validate(given)
    except ValidationError as error:
        fields = {".".join(str(part) for part in each["loc"]): _sentence(each) for each in error.errors()}
        raise Invalid("Some of it cannot be understood. Nothing was changed.", fields) from None


def _sentence(error: Any) -> str:
    if error["type"] in {"missing", "string_too_short"}:
        return "This is needed."
    if error["type"] in {"url_parsing", "url_scheme"}:
        return "This is no web address: it begins with https:// or http://."
    if error["type"] == "string_too_long":
        return f"This is too long: write at most {error['ctx']['max_length']:,} characters."
    if error["type"] == "extra_forbidden":
        return "This is not known here."
    return f"{error['msg']}."


def in_the_past(moment: datetime | None, at: datetime) -> bool:
    """True for a time that is over."""
    return moment is not None and moment <= at
