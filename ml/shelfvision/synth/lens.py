"""A pinhole camera before the shelf.

Metres: ``x`` to the right along the shelf, ``y`` up from the floor, ``z`` into the shelf from its front edge at 0.
Pixels: x to the right, y down. Projection as in Hartley and Zisserman, Multiple View Geometry (2004), chapter 6.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

Point = tuple[float, float, float]
Pixel = tuple[float, float]
NEAR = 0.12  # metres before the lens from which anything is seen


class Plane(NamedTuple):
    """A parallelogram in space: its upper left corner, its upper edge and its left edge, in metres."""

    corner: Point
    across: Point
    down: Point


@dataclass(frozen=True, slots=True)
class Lens:
    """A camera: where it is, the projection's three rows, and the picture's size."""

    eye: Point
    rows: tuple[tuple[float, float, float, float], ...]
    width: int
    height: int

    def depth(self, point: Point) -> float:
        """Return how many metres the point lies before the lens."""
        a, b, c, d = self.rows[2]
        return a * point[0] + b * point[1] + c * point[2] + d

    def see(self, point: Point) -> Pixel:
        """Return the pixel where a point before the lens is seen."""
        x, y, z = point
        u, v, w = (a * x + b * y + c * z + d for a, b, c, d in self.rows)
        return u / w, v / w

    def scale(self, point: Point) -> float:
        """Return how many pixels a metre measures that is upright at the point."""
        x, y, z = point
        return math.dist(self.see(point), self.see((x, y + 0.01, z))) * 100

    def outline(self, points: list[Point]) -> list[Pixel]:
        """Return the polygon in pixels, cut off at the lens; empty where all of it lies behind."""
        kept: list[Point] = []
        for one, other in zip(points, (*points[1:], points[0]), strict=True):
            here, there = self.depth(one) - NEAR, self.depth(other) - NEAR
            if here >= 0:
                kept.append(one)
            if (here >= 0) != (there >= 0):
                share = here / (here - there)
                x, y, z = (a + (b - a) * share for a, b in zip(one, other, strict=True))
                kept.append((x, y, z))
        return [self.see(point) for point in kept]

    def ray(self, across: float, down: float, z: float) -> float | None:
        """Return the ``x`` where the line of sight through a pixel meets the upright plane at ``z``, if it does."""
        (a0, b0, c0, _), (a1, b1, c1, _), (a2, b2, c2, _) = self.rows
        p, q = (a0 - across * a2, b0 - across * b2, c0 - across * c2), (a1 - down * a2, b1 - down * b2, c1 - down * c2)
        dx, dz = p[1] * q[2] - p[2] * q[1], p[0] * q[1] - p[1] * q[0]
        if self.depth((self.eye[0] + dx, self.eye[1] + p[2] * q[0] - p[0] * q[2], self.eye[2] + dz)) < 0:
            dx, dz = -dx, -dz
        return self.eye[0] + dx * (z - self.eye[2]) / dz if dz > 1e-6 else None

    def warp(self, plane: Plane) -> tuple[float, ...]:
        """Return the 3 by 3 matrix (by rows) that takes pixels to shares of the plane's two edges."""
        m: list[float] = []
        for a, b, c, d in self.rows:
            (ox, oy, oz), (ux, uy, uz), (vx, vy, vz) = plane
            m += [a * ux + b * uy + c * uz, a * vx + b * vy + c * vz, a * ox + b * oy + c * oz + d]
        return (
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3],
        )  # fmt: skip


def corners(plane: Plane) -> list[Point]:
    """Return a plane's corners, clockwise from the upper left."""
    (ox, oy, oz), (ux, uy, uz), (vx, vy, vz) = plane
    return [
        (ox, oy, oz),
        (ox + ux, oy + uy, oz + uz),
        (ox + ux + vx, oy + uy + vy, oz + uz + vz),
        (ox + vx, oy + vy, oz + vz),
    ]


def aimed(eye: Point, turns: tuple[float, float, float], focal: float, size: tuple[int, int]) -> Lens:
    """Return the camera at ``eye``, turned right (yaw), up (pitch) and clockwise (roll) by radians.

    ``focal`` is in pixels; the picture's middle is the principal point.
    """
    yaw, pitch, roll = turns
    sin_y, cos_y, sin_p, cos_p = math.sin(yaw), math.cos(yaw), math.sin(pitch), math.cos(pitch)
    forward = (sin_y * cos_p, sin_p, cos_y * cos_p)
    right, up = (cos_y, 0.0, -sin_y), (-sin_y * sin_p, cos_p, -cos_y * sin_p)
    sin_r, cos_r = math.sin(roll), math.cos(roll)
    level = tuple(cos_r * r - sin_r * u for r, u in zip(right, up, strict=True))
    upright = tuple(sin_r * r + cos_r * u for r, u in zip(right, up, strict=True))
    cx, cy = size[0] / 2, size[1] / 2
    axes = (
        [focal * r + cx * f for r, f in zip(level, forward, strict=True)],
        [-focal * u + cy * f for u, f in zip(upright, forward, strict=True)],
        list(forward),
    )
    rows = tuple((a, b, c, -(a * eye[0] + b * eye[1] + c * eye[2])) for a, b, c in axes)
    return Lens(eye, rows, *size)
