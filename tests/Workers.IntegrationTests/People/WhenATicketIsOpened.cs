using System.Text.Json.Nodes;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.People;

[Collection(typeof(PeopleSpecs))]
public sealed class WhenATicketIsOpened
{
    private readonly PeopleFleet _people;

    public WhenATicketIsOpened(PeopleFleet people)
    {
        people.Fleet.RequireTransactions();
        _people = people;
    }

    [Fact]
    public async Task The_body_of_the_fourth_source_is_taken_as_it_stands_and_goes_to_the_senior_team()
    {
        var (status, _) = await _people.PostAsync(
            "/events",
            """
            {
                "detail-type": "support-ticket",
                "detail": {
                  "ticketId": "SUPPORT-001",
                  "customerId": "CUST-001",
                  "priority": "high",
                  "category": "technical",
                  "subject": "Login issue",
                  "description": "Cannot access my account"
                }
              }
            """);

        Assert.Equal(200, status);
        await _people.BecomesAsync("/tickets/SUPPORT-001", "its team", ticket => (string?)ticket["team"] == "senior");
        var ticket = (await _people.Fleet.FindAsync("/tickets/SUPPORT-001"))!;
        var openedAt = DateTimeOffset.Parse((string)ticket["openedAt"]!, null);
        Assert.Equal(openedAt.AddHours(1), DateTimeOffset.Parse((string)ticket["firstAnswerDueAt"]!, null));
        Assert.Equal(openedAt.AddHours(8), DateTimeOffset.Parse((string)ticket["resolutionDueAt"]!, null));
        await _people.BecomesAsync("/tickets?team=senior&status=open&overdue=false", "it", page => Lists(page, "SUPPORT-001"));
        await Eventually.TrueAsync(
            "its team was told", async () => (await _people.Fleet.NotificationsAsync("ticket-assigned")).Contains("senior@company.example"));
        await Eventually.TrueAsync(
            "its customer was told", async () => (await _people.Fleet.NotificationsAsync("ticket-received")).Contains("CUST-001@customers.example"));
    }

    [Fact]
    public async Task One_from_the_bus_is_answered_and_settled_by_the_api()
    {
        await _people.Fleet.PutEventAsync(
            "any-desk", "support-ticket", """{"ticketId":"SUPPORT-BUS","customerId":"CUST-2","priority":"medium","category":"billing","subject":"Invoice"}""");
        await _people.BecomesAsync("/tickets/SUPPORT-BUS", "its team", ticket => (string?)ticket["team"] == "finance");

        Assert.Equal(202, (await _people.PostAsync("/tickets/SUPPORT-BUS/answer", """{"by":"Sam"}""")).Status);
        await _people.BecomesAsync("/tickets/SUPPORT-BUS", "its answer", ticket => (string?)ticket["status"] == "Answered");
        Assert.Equal(202, (await _people.PostAsync("/tickets/SUPPORT-BUS/resolve", "{}")).Status);
        await _people.BecomesAsync("/tickets/SUPPORT-BUS", "its settlement", ticket => (string?)ticket["status"] == "Resolved");

        Assert.Equal(409, (await _people.PostAsync("/tickets/SUPPORT-BUS/resolve", "{}")).Status);
        await Eventually.TrueAsync(
            "its customer was told", async () => (await _people.Fleet.NotificationsAsync("ticket-resolved")).Contains("CUST-2@customers.example"));
    }

    [Fact]
    public async Task One_that_nobody_answers_goes_to_the_next_level_and_stays_at_the_last()
    {
        Assert.Equal(202, (await _people.PostAsync(
            "/tickets", """{"ticketId":"SUPPORT-LATE","customerId":"CUST-3","priority":"Urgent","subject":"Help"}""")).Status);

        await _people.BecomesAsync("/tickets/SUPPORT-LATE", "the last level", ticket => (string?)ticket["resolutionEscalatedTo"] == "-");
        var ticket = (await _people.Fleet.FindAsync("/tickets/SUPPORT-LATE"))!;
        Assert.Equal(("management", "management", 1), ((string?)ticket["team"], (string?)ticket["firstAnswerEscalatedTo"], (int)ticket["level"]!));
        await _people.BecomesAsync("/tickets?team=management&overdue=true", "it", page => Lists(page, "SUPPORT-LATE"));
        await _people.BecomesAsync("/tickets?team=senior&status=escalated", "it", page => Lists(page, "SUPPORT-LATE"));
        await Eventually.EqualAsync(
            ["management@company.example", "management@company.example"], () => _people.Fleet.NotificationsAsync("ticket-escalated"));
    }

    [Fact]
    public async Task A_priority_that_there_is_not_is_a_bad_request_that_names_it()
    {
        var (status, problem) = await _people.PostAsync(
            "/events", """{"detail-type":"support-ticket","detail":{"ticketId":"T","customerId":"C","priority":"meh","subject":"S"}}""");

        Assert.Equal((400, "priority"), (status, Assert.Single(problem["errors"]!.AsObject()).Key));
    }

    private static bool Lists(JsonObject page, string ticketId) =>
        page["tickets"]!.AsArray().Any(ticket => (string?)ticket!["ticketId"] == ticketId);
}
