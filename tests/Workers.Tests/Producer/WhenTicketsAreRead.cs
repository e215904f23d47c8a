using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Tests.Producer;

public sealed class WhenTicketsAreRead(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private const string Never = "9999-01-01T00:00:00.0000000Z";
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_tells_who_has_it_and_by_when_it_is_due()
    {
        await producer.PutAsync(Topology.TicketsTable, TicketRows.Of("T-ONE", "Answered"));

        var ticket = await producer.Http.GetFromJsonAsync<JsonObject>("/tickets/T-ONE", Cancellation);

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse($$$"""
                    {"ticketId":"T-ONE","status":"Answered","overdue":true,"customerId":"CUST-1","priority":"High","subject":"Login issue",
                     "team":"senior","level":0,"openedAt":"{{{TicketRows.OpenedAt}}}","firstAnswerDueAt":"{{{TicketRows.FirstAnswerDueAt}}}",
                     "resolutionDueAt":"{{{TicketRows.ResolutionDueAt}}}",
                     "answer":{"at":"{{{TicketRows.OpenedAt}}}","by":"Sam","note":"called back"}}
                    """),
                ticket),
            ticket!.ToJsonString());
    }

    [Fact]
    public async Task One_of_which_only_news_has_come_is_not_known()
    {
        await producer.PutAsync(Topology.TicketsTable, new()
        {
            [TicketColumns.TicketId] = new() { S = "T-EARLY" },
            [TicketColumns.AnsweredAt] = new() { S = TicketRows.OpenedAt },
        });

        using var response = await producer.Http.GetAsync(new Uri("/tickets/T-EARLY", UriKind.Relative), Cancellation);

        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_team_s_are_listed_page_by_page()
    {
        await ListAsync("paged", count: 5, _ => ("Open", Never));

        var (first, next) = await PageAsync("/tickets?team=paged&limit=2");
        var (second, after) = await PageAsync($"/tickets?team=paged&limit=2&next={next}");
        var (third, end) = await PageAsync($"/tickets?team=paged&limit=2&next={after}");

        Assert.Equal(["T-000", "T-001", "T-002", "T-003", "T-004"], [.. first, .. second, .. third]);
        Assert.Null(end);
    }

    [Theory]
    [InlineData("status=open", "T-000 T-001")]
    [InlineData("status=escalated", "T-003")]
    [InlineData("overdue=true", "T-001 T-002")]
    [InlineData("overdue=false", "T-000 T-003 T-004")]
    [InlineData("status=Open&overdue=true", "T-001")]
    public async Task They_are_chosen_by_status_and_by_what_is_overdue(string query, string expected)
    {
        var now = TicketRows.ResolutionDueAt;
        (string, string)[] rows = [("Open", Never), ("Open", now), ("Answered", now), ("Escalated", now), ("Resolved", now)];
        await ListAsync("chosen", rows.Length, index => rows[index]);

        Assert.Equal(expected.Split(' '), (await PageAsync($"/tickets?team=chosen&{query}")).TicketIds);
    }

    [Fact]
    public async Task A_search_ends_within_bounds_and_goes_on_from_there()
    {
        await ListAsync("many", count: 501, index => (index == 500 ? "Open" : "Resolved", Never));

        var (first, next) = await PageAsync("/tickets?team=many&status=open");
        var (second, end) = await PageAsync($"/tickets?team=many&status=open&next={next}");

        Assert.Empty(first);
        Assert.Equal(["T-500"], second);
        Assert.Null(end);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("status=Lost", "status")]
    [InlineData("overdue=maybe", "overdue")]
    [InlineData("next=no%20id", "next")]
    public async Task A_field_that_is_wrong_is_named(string query, string field)
    {
        using var response = await producer.Http.GetAsync(new Uri($"/tickets?{query}", UriKind.Relative), Cancellation);
        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation);

        Assert.Equal((400, field), ((int)response.StatusCode, Assert.Single(problem!["errors"]!.AsObject()).Key));
    }

    private async Task ListAsync(string team, int count, Func<int, (string Status, string DueAt)> rowOf)
    {
        for (var index = 0; index < count; index++)
        {
            var (status, dueAt) = rowOf(index);
            await producer.PutAsync(
                Topology.TeamTicketsTable, TicketRows.InList(TeamTicketColumns.OfTeam(team), $"T-{index:000}", status, dueAt));
        }
    }

    private async Task<(IReadOnlyList<string> TicketIds, string? Next)> PageAsync(string path)
    {
        var page = await producer.Http.GetFromJsonAsync<JsonObject>(path, Cancellation);
        return ([.. page!["tickets"]!.AsArray().Select(ticket => (string)ticket!["ticketId"]!)], (string?)page["next"]);
    }
}
