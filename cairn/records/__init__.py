"""What we keep: tables, the actions that write them, the questions one may ask of them.

Whoever imports anything of this package has Django set up; a database is there once a ledger is opened.
"""

import os

import django
from django.apps import apps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cairn.settings")
if not apps.ready and not apps.loading:  # loading: it is Django that imports us
    django.setup()
