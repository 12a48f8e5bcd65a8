from django.apps import AppConfig


class HtmlConfig(AppConfig):
    name = "proofroom.interfaces.html"
    label = "html"
