using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.People;

[Collection(typeof(PeopleSpecs))]
public sealed class WhenSomebodyRegisters
{
    private readonly PeopleFleet _people;

    public WhenSomebodyRegisters(PeopleFleet people)
    {
        people.Fleet.RequireTransactions();
        _people = people;
    }

    [Fact]
    public async Task They_are_welcomed_and_reminded_where_they_order_nothing()
    {
        var (status, _) = await _people.PostAsync(
            "/events", """{"detail-type":"user-registered","detail":{"userId":"USER-001","email":"ada@example.com","name":"Ada"}}""");

        Assert.Equal(200, status);
        await _people.BecomesAsync("/customers/USER-001", "the reminder", profile => profile["onboarding"]?["remindedAt"] is not null);
        var profile = (await _people.Fleet.FindAsync("/customers/USER-001"))!;
        Assert.Equal(("Ada", "ada@example.com", 0), ((string?)profile["name"], (string?)profile["email"], (int)profile["orders"]!["placed"]!));
        await Eventually.TrueAsync(
            "both mails went out",
            async () => (await _people.Fleet.NotificationsAsync("welcome")).Contains("ada@example.com")
                && (await _people.Fleet.NotificationsAsync("first-order-reminder")).Contains("ada@example.com"));
    }

    [Fact]
    public async Task An_order_in_a_foreign_shape_stops_the_reminder_and_its_completion_counts()
    {
        await _people.Fleet.PutEventAsync("a-shop-of-theirs", "user-registered", """{"customerId":"USER-002"}""");
        await _people.Fleet.PutEventAsync(
            "orders",
            "Order Created",
            """
            {"order_id":"ORD-USER-002","customer_id":"USER-002","items":[{"item_id":"ITEM-001","quantity":2,"price":29.99}],"total":59.98,
             "timestamp":"2024-01-15T10:00:00Z"}
            """);
        await _people.Fleet.PutEventAsync(
            "orders", "Order Completed", """{"order_id":"ORD-USER-002","customer_id":"USER-002","total":59.98,"timestamp":"2024-01-15T11:00:00Z"}""");

        await _people.BecomesAsync("/customers/USER-002", "both", profile =>
            ((string?)profile["firstOrder"]?["orderId"], (int)profile["orders"]!["completed"]!) == ("ORD-USER-002", 1));
        await _people.Fleet.PutEventAsync("a-shop-of-theirs", "user-registered", """{"customerId":"USER-003"}""");
        await _people.BecomesAsync("/customers/USER-003", "a later reminder", profile => profile["onboarding"]?["remindedAt"] is not null);
        Assert.Null((await _people.Fleet.FindAsync("/customers/USER-002"))!["onboarding"]!["remindedAt"]);
    }

    [Fact]
    public async Task An_address_that_is_none_is_a_bad_request_that_names_it()
    {
        var (status, problem) = await _people.PostAsync(
            "/events", """{"detail-type":"user-registered","detail":{"userId":"USER-004","email":"ada at example"}}""");

        Assert.Equal((400, "email"), (status, Assert.Single(problem["errors"]!.AsObject()).Key));
    }
}
