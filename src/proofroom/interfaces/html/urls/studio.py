"""The studio's side: home, board, desk, returns, artists, opening hours, corrections, reports."""

from django.urls import path

from proofroom.interfaces.html.views import artists, board, corrections, desk, home, opening, reports, returns

patterns = [
    path("", home.home, name="home"),
    path("board/", board.board, name="board"),
    path("board/<slug:number>/claim/", board.claim, name="claim"),
    path("desk/", desk.desk, name="desk"),
    path("desk/next/", desk.following, name="desk_next"),
    path("returns/", returns.return_list, name="return_list"),
    path("returns/<slug:number>/", returns.return_detail, name="return"),
    path("returns/<slug:number>/actions/<slug:action>/", returns.return_action, name="return_action"),
    path("artists/<int:pk>/", artists.artist, name="artist"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("hours/", opening.opening, name="opening"),
    path("hours/week/", opening.week, name="opening_week"),
    path("hours/products/", opening.products, name="opening_products"),
    path("hours/closed/", opening.closed, name="closed_day"),
    path("hours/holidays/", opening.holidays, name="public_holidays"),
    path("hours/closed/<int:day>/remove/", opening.reopened, name="reopened_day"),
    path("reports/", reports.reports, name="reports"),
]
