"""Briefreader: read articles, keep the evidence, export a sourced briefing."""

__version__ = "0.1.0"
