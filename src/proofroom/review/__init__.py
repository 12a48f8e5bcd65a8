"""Comparing before and after, and marking what is wrong."""
