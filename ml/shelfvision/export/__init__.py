"""Writes a trained checkpoint as the ONNX model that inference reads; needs torch and Ultralytics."""
