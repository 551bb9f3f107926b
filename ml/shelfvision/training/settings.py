"""What Ultralytics' trainer is told in every stage."""

from __future__ import annotations

SETTINGS: dict[str, object] = {
    "exist_ok": True,
    "batch": 16,
    "nbs": 16,
    "optimizer": "AdamW",
    "lrf": 0.02,
    "cos_lr": True,
    "warmup_epochs": 1.0,
    "weight_decay": 0.01,
    "mosaic": 0.6,
    "close_mosaic": 0,
    "scale": 0.5,
    "degrees": 2.0,
    "shear": 2.0,
    "perspective": 0.0003,
    "fliplr": 0.5,
    "hsv_h": 0.02,
    "hsv_s": 0.6,
    "hsv_v": 0.5,
    "cache": "ram",
    "workers": 0,
    "device": "cpu",
    "amp": False,  # the model has its own mixed precision: Ultralytics' is for graphics cards
    "val": False,
    "plots": False,
    "seed": 20261122,
    "deterministic": True,
    "patience": 0,
}
