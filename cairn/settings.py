"""Django's settings: what is true of every ledger. Which database is a ledger's own (records/ledger.py)."""

from __future__ import annotations

import secrets

# Nothing is signed between two runs: there are no sessions and no logins yet.
SECRET_KEY = secrets.token_hex(32)
DEBUG = False
ALLOWED_HOSTS = ["*"]  # waitress listens on 127.0.0.1 unless told otherwise

INSTALLED_APPS = ["cairn.records", "cairn.site"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# No database until a ledger is opened: a query before that must fail, not answer from elsewhere.
DATABASES = {"default": {"ENGINE": "django.db.backends.dummy"}}

USE_TZ = True
TIME_ZONE = "UTC"

# The site: pages from templates, in English and Arabic. Dates and numbers are written by cairn/site/words.py.
ROOT_URLCONF = "cairn.site.urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ar", "العربية")]
MIDDLEWARE = ["cairn.site.views.quiet_headers", "cairn.site.views.only_read"]
LOGGING_CONFIG = None
