"""The studio's side: home, board, desk, returns, artists, corrections, reports."""

from django.urls import path

from proofroom.interfaces.html.views import artists, board, corrections, desk, home, reports, returns

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
    path("reports/", reports.reports, name="reports"),
]
