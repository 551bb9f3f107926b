"""Trains the shelf detector from the labelled photographs and drawn shelves; needs torch and Ultralytics."""
