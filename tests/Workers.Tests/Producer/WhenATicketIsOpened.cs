using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Tests.Producer;

public sealed class WhenATicketIsOpened(ProducerHost producer) : IClassFixture<ProducerHost>
{
    [Fact]
    public async Task An_id_is_made_and_what_is_not_said_is_completed()
    {
        var (status, body) = await producer.PostAsync("/tickets", new { customerId = "CUST-1", subject = "Login issue" });

        Assert.Equal(202, status);
        Assert.StartsWith("TICKET-", (string?)body["ticketId"], StringComparison.Ordinal);
        Assert.Equal("Ticket Opened", producer.Bus.Taken[^1].Name.DetailType);
        var detail = producer.Bus.LastDetail;
        Assert.Equal(((string?)body["ticketId"], "Normal"), ((string?)detail["ticketId"], (string?)detail["priority"]));
        Assert.NotNull(detail["timestamp"]);
    }

    [Fact]
    public async Task A_repeat_under_one_key_is_one_ticket()
    {
        var (_, first) = await producer.PostAsync("/tickets", new { customerId = "CUST-1", subject = "Again" }, "ticket-key");
        var (_, second) = await producer.PostAsync("/tickets", new { customerId = "CUST-1", subject = "Again" }, "ticket-key");

        Assert.True(JsonNode.DeepEquals(first, second));
    }

    [Theory]
    [InlineData("""{"subject":"S"}""", "customerId")]
    [InlineData("""{"customerId":"C"}""", "subject")]
    [InlineData("""{"customerId":"C","subject":"S","priority":"meh"}""", "priority")]
    [InlineData("""{"customerId":"C","subject":"S","ticketId":"no id"}""", "ticketId")]
    public async Task A_field_that_is_wrong_is_named(string json, string field)
    {
        var (status, problem) = await producer.PostAsync("/tickets", JsonNode.Parse(json)!);

        Assert.Equal((400, field), (status, Assert.Single(problem["errors"]!.AsObject()).Key));
    }

    [Theory]
    [InlineData("""{"customerId":"CUST-1","subject":"Login issue","priority":"HIGH"}""", 202)]
    [InlineData("""{"customerId":"CUST-1","subject":"Login issue","priority":"medium"}""", 409)]
    [InlineData("""{"customerId":"CUST-1","subject":"Login issue","priority":"high","description":"Of another one"}""", 409)]
    [InlineData("""{"customerId":"EVE","subject":"Mine","priority":"high"}""", 409)]
    public async Task The_id_of_another_ticket_is_a_conflict_and_of_the_same_one_is_not(string json, int status)
    {
        await PutAsync("TICKET-TAKEN", "Open");
        var ticket = JsonNode.Parse(json)!;
        ticket["ticketId"] = "TICKET-TAKEN";

        Assert.Equal(status, (await producer.PostAsync("/tickets", ticket)).Status);
    }

    [Theory]
    [InlineData("answer", "Answered")]
    [InlineData("resolve", "Resolved")]
    public async Task What_is_done_with_it_is_published(string verb, string update)
    {
        await PutAsync($"TICKET-{verb}", "Open");

        var (status, _) = await producer.PostAsync($"/tickets/TICKET-{verb}/{verb}", new { by = "Sam", note = "called back" });

        Assert.Equal((202, "Ticket Updated"), (status, producer.Bus.Taken[^1].Name.DetailType));
        var detail = producer.Bus.LastDetail;
        Assert.Equal(
            ($"TICKET-{verb}", update, "Sam", "called back"),
            ((string?)detail["ticketId"], (string?)detail["status"], (string?)detail["by"], (string?)detail["note"]));
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("resolve")]
    public async Task With_a_ticket_that_is_settled_or_unknown_nothing_is_done(string verb)
    {
        await PutAsync("TICKET-DONE", "Resolved");

        Assert.Equal(409, (await producer.PostAsync($"/tickets/TICKET-DONE/{verb}", new { })).Status);
        Assert.Equal(404, (await producer.PostAsync($"/tickets/TICKET-NONE/{verb}", new { })).Status);
        Assert.Equal(400, (await producer.PostAsync($"/tickets/TICKET-DONE/{verb}", new { status = "Answered" })).Status);
    }

    private Task PutAsync(string ticketId, string status) => producer.PutAsync(Topology.TicketsTable, TicketRows.Of(ticketId, status));
}
