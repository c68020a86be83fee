"""Addresses of the served site: those of the flat files."""

from django.urls import path, re_path

from cairn.site import api, views

urlpatterns = [
    path("", views.at_front),
    path("index.html", views.at_front),
    path("static/<str:name>", views.static),
    path("manifest.json", views.manifest),
    path("api/total", api.total),
    re_path(r"^data/(?P<path>[a-z.]+)$", views.data),
    path("releases/<str:release>/<path:name>", views.release),
    re_path(r"^(?P<language>en|ar)/?$", views.at_language),
    re_path(r"^(?P<language>en|ar)/(?P<name>.+)\.html$", views.page),
]
