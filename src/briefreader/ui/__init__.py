"""The window: the only package that knows Qt."""

from briefreader.ui.quick_imports import leave_sources_unread

leave_sources_unread()
