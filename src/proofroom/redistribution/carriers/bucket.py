"""S3; a large file goes on with the parts of its multipart upload that are there. It appears only when it is whole."""

from functools import cached_property
from itertools import takewhile
from typing import Any, Self

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from proofroom.redistribution.carriers.parcel import Parcel, Tell, Trouble
from proofroom.redistribution.kinds import Bucket

PART = 8 * 1024 * 1024
"""Bytes of a part; S3 takes at least 5 MiB and 10,000 parts, and larger files get larger ones."""
MOST_PARTS = 9_000
SAID = {
    "AccessDenied": "The bucket does not let this key write to it.",
    "NoSuchBucket": "There is no bucket of this name.",
    "InvalidAccessKeyId": "The store does not know this access key.",
    "SignatureDoesNotMatch": "The secret access key does not belong to the access key.",
    "403": "The store does not let this key in.",
    "404": "There is no bucket of this name.",
}
"""By the store's own codes; another try would meet the same."""


class BucketCarrier:
    """One client of one bucket."""

    def __init__(self, settings: Bucket, patience: float) -> None:
        self._settings = settings
        self._patience = patience

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    @property
    def store(self) -> str:
        """The address that is asked."""
        return str(self._client.meta.endpoint_url)

    def check(self) -> str:
        """Asks for the bucket."""
        _reach(self._client.head_bucket, Bucket=self._settings.bucket)
        return "The bucket is there, and the key is accepted."

    def carry(self, parcel: Parcel, tell: Tell) -> None:
        """In one request, or part by part."""
        where = {"Bucket": self._settings.bucket, "Key": parcel.place}
        kept = {"ContentType": parcel.media_type, "Metadata": {"sha256": parcel.sha256}}
        if parcel.size <= PART:
            _reach(self._client.put_object, **where, **kept, Body=b"".join(parcel.blocks(0)))
        else:
            self._in_parts(parcel, tell, where, kept)
        found = _reach(self._client.head_object, **where)
        if found["ContentLength"] != parcel.size:
            raise Trouble("The file did not arrive whole. It begins anew.")
        tell(parcel.size, "")

    def _in_parts(self, parcel: Parcel, tell: Tell, where: dict[str, str], kept: dict[str, Any]) -> None:
        length = max(PART, -(-parcel.size // MOST_PARTS))
        upload, parts = self._begun(parcel, where, length)
        if not upload:
            upload = str(_reach(self._client.create_multipart_upload, **where, **kept)["UploadId"])
        tell(len(parts) * length, upload)
        buffer = bytearray()
        for block in parcel.blocks(len(parts) * length):
            buffer += block
            while len(buffer) >= length:
                parts.append(self._part(where, upload, len(parts) + 1, bytes(buffer[:length])))
                del buffer[:length]
                tell(len(parts) * length, upload)
        if buffer:
            parts.append(self._part(where, upload, len(parts) + 1, bytes(buffer)))
        _reach(self._client.complete_multipart_upload, **where, UploadId=upload, MultipartUpload={"Parts": parts})

    def _begun(self, parcel: Parcel, where: dict[str, str], length: int) -> tuple[str, list[dict[str, Any]]]:
        """The upload that was told last, with its parts from the first on without a gap; nothing where it is gone."""
        if not parcel.resume:
            return "", []
        try:
            pages = self._client.get_paginator("list_parts").paginate(**where, UploadId=parcel.resume)
            there = [part for page in pages for part in page.get("Parts", [])]
        except ClientError:
            return "", []
        whole = [part for part in there if part["Size"] == length]
        inside = takewhile(lambda pair: pair[0] == pair[1]["PartNumber"], enumerate(whole, start=1))
        return parcel.resume, [{"PartNumber": number, "ETag": part["ETag"]} for number, part in inside]

    def _part(self, where: dict[str, str], upload: str, number: int, body: bytes) -> dict[str, Any]:
        made = _reach(self._client.upload_part, **where, UploadId=upload, PartNumber=number, Body=body)
        return {"PartNumber": number, "ETag": made["ETag"]}

    @cached_property
    def _client(self) -> Any:
        said = self._settings
        config = Config(
            connect_timeout=self._patience,
            read_timeout=self._patience,
            retries={"total_max_attempts": 1},
            signature_version="s3v4",
            request_checksum_calculation="when_required",  # other stores than Amazon's do not know the new ones
            # AWS_ENDPOINT_URL and HTTPS_PROXY may be set for the studio's own store; customers' keys do not go there.
            ignore_configured_endpoint_urls=True,
            proxies={},
        )
        return boto3.client(
            "s3",
            endpoint_url=said.endpoint or None,
            region_name=said.region or "us-east-1",
            aws_access_key_id=said.access_key,
            aws_secret_access_key=said.secret_key.get_secret_value(),
            config=config,
        )


def _reach(call: Any, **given: Any) -> Any:
    try:
        return call(**given)
    except ClientError as wrong:
        code = str(wrong.response.get("Error", {}).get("Code", ""))
        raise Trouble(SAID.get(code, f"The store refused: {code[:40]}."), lasting=code in SAID) from None
    except BotoCoreError as wrong:
        raise Trouble(f"The store does not answer ({type(wrong).__name__}).") from wrong
