"""What OpenAPI says beyond what ninja reads from the functions: each action with its body, and the problems."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from proofroom.interfaces.api.arriving import JSON, MULTIPART, FinishedUpload, FormFile
from proofroom.interfaces.api.problems import MEDIA_TYPE, Problem
from proofroom.interfaces.api.shapes.orders import OrderShape
from proofroom.interfaces.api.shapes.returns import ReturnShape
from proofroom.interfaces.api.writing import HEADER, LONGEST_KEY
from proofroom.orders.lifecycle.states import Action, Role
from proofroom.orders.lifecycle.table import TRANSITIONS
from proofroom.returns.lifecycle import MOVES
from proofroom.workflow.desk import PRESSED, RETURN_ACTIONS
from proofroom.workflow.inputs import INPUTS, RETURN_INPUTS, Nothing, input_of

REF = "#/components/schemas/{model}"
Json = dict[str, Any]
KEY_PARAMETER: Json = {
    "name": HEADER,
    "in": "header",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$"},
    "description": "Any text of your own. The same write sent again with it is done once and answered the same.",
}
PROBLEMS_OF_READING = {
    400: "The request cannot be read.",
    401: "No API token, or one that is not known.",
    404: "It does not exist, or not for this person.",
    422: "The body or a parameter is out of bounds; `fields` names each.",
}
PROBLEMS_OF_WRITING = {
    **PROBLEMS_OF_READING,
    403: "A session cookie without the CSRF token.",
    409: "The rules do not allow it now: the code and sentence of the table. Nothing was changed.",
    413: "The body is too large.",
    415: "Another kind of body than is described.",
}


def _reference(model: type[BaseModel]) -> Json:
    return {"$ref": REF.format(model=model.__name__)}


FILE_BODY: Json = {
    "requestBody": {
        "required": True,
        "content": {JSON: {"schema": _reference(FinishedUpload)}, MULTIPART: {"schema": _reference(FormFile)}},
    }
}


class DescribedAPI(NinjaAPI):
    """Ninja's API with a description that also holds what the one action endpoint takes."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """``orders_read_order``: the resource and what is done."""
        resource = operation.view_func.__module__.rpartition(".")[2]
        return f"{resource}_{operation.view_func.__name__}"

    def get_openapi_schema(self, **how: Any) -> OpenAPISchema:
        """OpenAPI 3.1."""
        schema = super().get_openapi_schema(**how)
        _add_models(schema["components"]["schemas"])
        prefix = next(iter(schema["paths"])).rsplit("/", 1)[0]
        order_like, return_like = f"{prefix}/orders/{{number}}", f"{prefix}/returns/{{number}}"
        schema["paths"].update(_action_paths(order_like, _person_actions(), "actions", _reference(OrderShape)))
        schema["paths"].update(_action_paths(return_like, RETURN_ACTIONS, "returns", _reference(ReturnShape)))
        for path in schema["paths"].values():
            for method, operation in path.items():
                _complete(method, operation)
        return schema


def _add_models(described: Json) -> None:
    """The bodies that ninja does not see. Raises ValueError where two models would share one name."""
    taken = (*INPUTS.values(), *RETURN_INPUTS.values())
    models: set[type[BaseModel]] = {Problem, FinishedUpload, FormFile, Nothing, *taken}
    ordered = sorted(models, key=lambda model: model.__name__)
    _, definitions = models_json_schema([(model, "validation") for model in ordered], ref_template=REF)
    for name, model in definitions["$defs"].items():
        if described.setdefault(name, model) != model:
            raise ValueError(f"Two models are called {name}: rename one.")


def _person_actions() -> tuple[str, ...]:
    """The actions of the table that are somebody's to do; what only time does has no address."""
    return tuple(
        each for each in Action if any(row.action is each and row.roles - {Role.SYSTEM} for row in TRANSITIONS)
    )


def _action_paths(parent: str, actions: tuple[str, ...], tag: str, answer: Json) -> Json:
    return {
        f"{parent}/actions/{action}": {
            "post": {
                "operationId": f"{tag}_{action}",
                "summary": action.replace("_", " ").capitalize(),
                "description": _who_and_when(action),
                "tags": [tag],
                "parameters": [{"name": "number", "in": "path", "required": True, "schema": {"type": "string"}}],
                "requestBody": _body(_input(action)),
                "responses": {"200": {"description": "As it is afterwards.", "content": {JSON: {"schema": answer}}}},
                "security": [{"Token": []}, {"Session": []}],
            }
        }
        for action in actions
    }


def _body(model: type[BaseModel]) -> Json:
    """Needed as soon as one of its fields is."""
    needed = any(field.is_required() for field in model.model_fields.values())
    return {"required": needed, "content": {JSON: {"schema": _reference(model)}}}


def _who_and_when(action: str) -> str:
    """Read from the table, as the buttons are (Row E4)."""
    rows = [row for row in TRANSITIONS if row.action == action]
    moves = [move for move in MOVES if move.action == action and action in PRESSED]
    roles = {role for row in rows for role in row.roles} | {role for move in moves for role in move.roles}
    states = {each.value for row in rows for each in row.sources}
    states |= {each.value for move in moves for each in move.sources}
    who, thing = sorted(role.value for role in roles - {Role.SYSTEM}), "return" if moves else "order"
    return f"For: {', '.join(who)}. While the {thing} is: {', '.join(sorted(states))}."


def _input(action: str) -> type[BaseModel]:
    return input_of(Action(action)) if action in set(Action) else RETURN_INPUTS.get(action, Nothing)


def _complete(method: str, operation: Json) -> None:
    writes = method in {"post", "put", "patch", "delete"}
    for status, meaning in (PROBLEMS_OF_WRITING if writes else PROBLEMS_OF_READING).items():
        operation["responses"].setdefault(
            str(status), {"description": meaning, "content": {MEDIA_TYPE: {"schema": _reference(Problem)}}}
        )
    if writes:
        operation["parameters"] = [*operation.get("parameters", []), KEY_PARAMETER]
