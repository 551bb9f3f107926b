"""Long answers go out compressed to those who take them so, and say the same."""

from tests.factories.given import LogIn
from tests.factories.inspections import checkpoint, publish, template


async def test_a_long_answer_is_compressed_where_that_is_accepted_and_a_short_one_never(client: LogIn) -> None:
    regional = await client("regional")
    sections = [[checkpoint(f"p{part}-{number}") for number in range(60)] for part in range(4)]
    made = await publish(regional, template(*sections))
    path = f"/api/inspection-templates/{made['id']}"
    packed = await regional.http.get(path, headers={"Accept-Encoding": "gzip"})
    plain = await regional.http.get(path, headers={"Accept-Encoding": "identity"})
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert "content-encoding" not in plain.headers
    assert packed.json() == plain.json() == made
    assert int(packed.headers["content-length"]) * 5 < int(plain.headers["content-length"])
    short = await regional.http.get("/api/me", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in short.headers
