async def test_an_administrator_logs_in_and_sees_herself(client):
    admin = await client("admin")
    me = (await admin.get("/api/me")).json()
    assert me["account"]["username"] == "admin"
