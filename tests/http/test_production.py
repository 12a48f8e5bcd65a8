"""The artist's side: results without script, matched by hand, taken back, delivered (Row C8)."""

import io
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from proofroom.core import clock
from proofroom.files.models import Blob
from proofroom.orders.models import LooseResult, Order, Version
from tests.orders_in_states import Orders

SignIn = Callable[[str], Client]


def result(name: str, shade: int = 90) -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), (shade, 10, 10)).save(file, "JPEG")
    return SimpleUploadedFile(name, file.getvalue(), "image/jpeg")


def test_results_are_matched_by_name_by_hand_and_delivered(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.in_production(results=False), signed_in("artist")
    base = f"/orders/{order.number}/"
    sent = client.post(f"{base}results/", {"files": [result("room-1-edit.jpg"), result("odd.jpg", 50)]})
    assert sent.headers["Location"] == f"{base}#production"
    first, second = order.items.all()
    assert Version.objects.get(item=first).file.name == "room-1-edit.jpg"
    loose = LooseResult.objects.get(order=order)
    page = client.get(base).content.decode()
    assert "Which originals are these?" in page
    assert "1 of 2 results is here." in page
    assert "No. 1, " in page, "a bare number before the size would read as part of it"
    client.post(f"{base}results/match/", {"loose": loose.pk, f"original-of-{loose.pk}": second.pk})
    assert Version.objects.get(item=second).file.name == "odd.jpg"
    Blob.objects.update(inspection=Blob.Inspection.SHOWN)
    client.post(f"{base}actions/deliver/", {"note": "Enjoy."})
    order.refresh_from_db()
    assert order.state == "delivered"
    assert "Enjoy." in signed_in("customer").get(base).content.decode()


def test_a_staged_result_can_be_taken_back_but_not_a_strangers(signed_in: SignIn, orders: Orders) -> None:
    order, other = orders.in_production(), orders.in_production()
    client, item = signed_in("artist"), order.items.get(position=1)
    foreign = client.post(f"/orders/{order.number}/results/remove/", {"item": other.items.get(position=1).pk})
    assert foreign.status_code == 404
    client.post(f"/orders/{order.number}/results/remove/", {"item": item.pk})
    assert not Version.objects.filter(item=item).exists()
    assert Version.objects.filter(item__order=other).count() == 2


def test_a_refused_file_says_why_and_the_others_go_on(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.in_production(results=False), signed_in("artist")
    empty = SimpleUploadedFile("room-2.jpg", b"")
    page = client.post(f"/orders/{order.number}/results/", {"files": [empty, result("room-1.jpg")]}, follow=True)
    assert page.redirect_chain == [(f"/orders/{order.number}/", 302)], "the sentences stand on top of the page"
    assert "room-2.jpg" in page.context["messages"]._loaded_data[0].message
    assert Version.objects.filter(item__order=order).count() == 1


def test_only_the_artist_of_the_job_puts_results(signed_in: SignIn, orders: Orders) -> None:
    order = orders.in_production(results=False)
    for part in ("customer", "colleague", "rival", "artist2", "coordinator"):
        answer = signed_in(part).post(f"/orders/{order.number}/results/", {"files": [result("room-1.jpg")]})
        assert answer.status_code == 404, part
    assert not Version.objects.filter(item__order=order).exists()


def test_results_are_refused_once_delivered(signed_in: SignIn, order_in: Callable[[str], Order]) -> None:
    order = order_in("delivered")
    answer = signed_in("artist").post(f"/orders/{order.number}/results/", {"files": [result("room-1.jpg")]})
    assert answer.status_code == 409
    assert "takes no results now" in answer.content.decode()


def test_results_sent_twice_by_a_double_click_arrive_once(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.in_production(results=False), signed_in("artist")
    assert 'name="once"' in client.get(f"/orders/{order.number}/").content.decode().split("<upload-list")[1]
    for _ in range(2):
        client.post(f"/orders/{order.number}/results/", {"files": [result("odd.jpg")], "once": "same"})
    assert LooseResult.objects.filter(order=order).count() == 1


def test_the_note_outlasts_what_is_matched_and_removed_until_it_is_delivered(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.in_production(results=False), signed_in("artist")
    base, note = f"/orders/{order.number}/", "The lamp <stays> on."
    client.post(f"{base}results/", {"files": [result("odd.jpg", 50), result("stray.jpg", 60)]})
    first, second = order.items.all()
    odd, stray = order.loose_results.order_by("id")
    page = client.get(base).content.decode()
    assert page.count(f'form="deliver" formaction="{base}results/match/"') == 2
    client.post(f"{base}results/match/", {"loose": odd.pk, f"original-of-{odd.pk}": first.pk, "note": note})
    assert "The lamp &lt;stays&gt; on.</textarea>" in client.get(base).content.decode()
    client.post(f"{base}results/match/", {"loose": stray.pk, f"original-of-{stray.pk}": second.pk, "note": "Two."})
    assert "Two.</textarea>" in client.get(base).content.decode()
    client.post(f"{base}results/remove/", {"item": second.pk, "note": note})
    assert "&lt;stays&gt;" in client.get(base).content.decode()
    assert "&lt;stays&gt;" not in signed_in("coordinator").get(base).content.decode()
    orders.put_results(order)
    orders.do("deliver", order, "artist", clock.now())
    orders.do("comment_and_reopen", order, "customer", clock.now(), comment="Too dark.")
    orders.do("assess", order, "supervisor", clock.now(), decision="correction", message="Free of charge.")
    page = client.get(base).content.decode()
    assert "Note to the customer" in page
    assert "&lt;stays&gt;" not in page


def test_the_note_outlasts_files_that_are_sent_without_script(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.in_production(results=False), signed_in("artist")
    base = f"/orders/{order.number}/"
    page = client.get(base).content.decode()
    assert f'form="deliver" formaction="{base}results/" formenctype="multipart/form-data"' in page
    assert 'name="files" multiple form="deliver"' in page
    client.post(f"{base}results/", {"files": [result("room-1.jpg")], "note": "The lamp stays on."})
    assert "The lamp stays on.</textarea>" in client.get(base).content.decode()
    client.post(f"{base}results/", {"note": "Nothing was chosen."})
    assert "Nothing was chosen.</textarea>" in client.get(base).content.decode()


def test_matching_and_removing_twice_is_matching_and_removing_once(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.in_production(results=False), signed_in("artist")
    base, (first, second) = f"/orders/{order.number}/", order.items.all()
    client.post(f"{base}results/", {"files": [result("odd.jpg", 50), result("stray.jpg", 60)]})
    odd, stray = order.loose_results.order_by("id")
    for _ in range(2):
        sent = {"loose": odd.pk, f"original-of-{odd.pk}": first.pk, f"original-of-{stray.pk}": ""}
        assert client.post(f"{base}results/match/", sent).headers["Location"] == f"{base}#production"
        assert client.post(f"{base}results/remove/", {"loose": stray.pk}).headers["Location"] == f"{base}#production"
    assert [version.file.name for version in Version.objects.filter(item__order=order)] == ["odd.jpg"]
    assert not order.loose_results.exists()
    for _ in range(2):
        assert client.post(f"{base}results/remove/", {"item": first.pk}).status_code == 302
    assert not Version.objects.filter(item__in=(first, second)).exists()


def test_a_match_without_an_original_says_what_to_choose(signed_in: SignIn, orders: Orders) -> None:
    order, client = orders.in_production(results=False), signed_in("artist")
    client.post(f"/orders/{order.number}/results/", {"files": [result("odd.jpg", 50)]})
    loose = order.loose_results.get()
    sent = {"loose": loose.pk, f"original-of-{loose.pk}": "", "note": "Kept."}
    answer = client.post(f"/orders/{order.number}/results/match/", sent)
    assert answer.headers["Location"] == f"/orders/{order.number}/", "the sentence stands on top of the page"
    page = client.get(f"/orders/{order.number}/").content.decode()
    assert "Choose the original that odd.jpg belongs to, then match it." in page
    assert "Kept.</textarea>" in page
    assert order.loose_results.exists()


def test_a_loose_result_of_another_order_is_not_matched(signed_in: SignIn, orders: Orders) -> None:
    order, other = orders.in_production(results=False), orders.in_production(results=False)
    client = signed_in("artist")
    client.post(f"/orders/{other.number}/results/", {"files": [result("odd.jpg", 50)]})
    loose, item = other.loose_results.get(), order.items.get(position=1)
    client.post(f"/orders/{order.number}/results/match/", {"loose": loose.pk, f"original-of-{loose.pk}": item.pk})
    client.post(f"/orders/{order.number}/results/remove/", {"loose": loose.pk})
    assert other.loose_results.exists()
    assert not Version.objects.filter(item=item).exists()


def test_where_results_are_sent_leads_to_the_job_when_it_is_only_looked_at(signed_in: SignIn, orders: Orders) -> None:
    base = f"/orders/{orders.in_production().number}/"
    for part in ("results/", "results/match/", "results/remove/"):
        assert signed_in("artist").get(base + part).headers["Location"] == f"{base}#production"
        assert signed_in("artist2").get(base + part).status_code == 404
