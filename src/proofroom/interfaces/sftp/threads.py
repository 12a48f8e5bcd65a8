"""The threads that all sessions of this door share."""

from proofroom.interfaces.aside import Threads

aside = Threads("sftp", 16).aside
