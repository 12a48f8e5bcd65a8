"""The pages as a WSGI application, for the dispatcher and for whoever serves nothing but pages."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "proofroom.config.settings")

application = get_wsgi_application()
