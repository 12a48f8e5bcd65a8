"""What a webhook is told of a file; documented in docs/developers/webhooks.md."""

from typing import Any

from proofroom.redistribution.carriers.parcel import Parcel
from proofroom.redistribution.links import file_address
from proofroom.redistribution.models import Push


def description_of(push: Push, parcel: Parcel) -> dict[str, Any]:
    """One file with the link to download it, whose it is, and which version."""
    file = push.files.select_related("version", "item").get(key=parcel.key)
    link, order = push.links.get(), push.redistribution.order
    return {
        "redistribution": push.redistribution_id,
        "order": order.number,
        "product": order.spec.product,
        "account": order.account.name,
        "file": {
            "name": file.name,
            "picture": file.item.position,
            "version": file.version.number,
            "size": file.size,
            "sha256": file.sha256,
            "media_type": parcel.media_type,
            "url": file_address(link, file),
            "url_expires_at": link.expires_at.isoformat(),
        },
    }
