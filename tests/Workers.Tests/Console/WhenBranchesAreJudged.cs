using System.Text.Json;
using Workers.Console.Declared;
using Workers.Console.Orders;
using Workers.Contracts;

namespace Workers.Tests.Console;

public sealed class WhenBranchesAreJudged(WhenBranchesAreJudged.Fleet fleet) : IClassFixture<WhenBranchesAreJudged.Fleet>
{
    private const string OrderId = "ORD-1";
    private const string Answer = "Workflow.AnswerInventoryReserved";
    private const string Charge = "Payments.InventoryReservedHandler";
    private const string ByStateMachine = """{"metadata":{"eventId":"reserved","fulfilment":"orchestrated","taskToken":"t-1"}}""";
    private const string ByEvents = """{"metadata":{"eventId":"reserved"}}""";

    private static readonly DateTimeOffset At = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_the_state_machine_asked_for_goes_to_its_task_and_not_to_the_next_step()
    {
        var handlers = HandlersOf(Reserved(ByStateMachine));

        Assert.Contains(Answer, handlers);
        Assert.DoesNotContain(Charge, handlers);
    }

    [Fact]
    public void What_it_did_not_ask_for_goes_to_the_next_step_alone()
    {
        var handlers = HandlersOf(Reserved(ByEvents));

        Assert.Contains(Charge, handlers);
        Assert.DoesNotContain(Answer, handlers);
    }

    [Fact]
    public void What_the_history_alone_tells_goes_neither_way_for_it_does_not_say_who_asked()
    {
        var handlers = HandlersOf(Reserved(ByStateMachine) with { HasMetadata = false });

        Assert.Contains("Orders.RecordInventoryReserved", handlers);
        Assert.DoesNotContain(Answer, handlers);
        Assert.DoesNotContain(Charge, handlers);
    }

    [Fact]
    public void An_answer_is_known_by_the_marker_of_its_token()
    {
        var key = $"{Answer}#{TaskTokenKey.Of("t-1")}#answer";

        var branch = Judge(Reserved(ByStateMachine), Answer, new Marker(key, At, [], [], IsOpen: false));

        Assert.Equal((BranchState.Handled, At), (branch.State, branch.HandledAt));
    }

    [Theory]
    [InlineData("t-2")]
    [InlineData(null)]
    public void An_answer_without_it_is_missing(string? tokenOfAnother)
    {
        var key = tokenOfAnother is null ? $"{Answer}#unknown" : $"{Answer}#{TaskTokenKey.Of(tokenOfAnother)}#answer";

        var branch = Judge(Reserved(ByStateMachine), Answer, new Marker(key, At, [], [], IsOpen: false));

        Assert.Equal((BranchState.Missing, true), (branch.State, branch.IsDue));
    }

    [Fact]
    public void What_an_order_worker_decided_does_not_say_that_its_deadline_was_looked_at()
    {
        var placed = new StoryEvent("placed", EventNames.OrderPlaced, At, CausationId: null, CorrelationId: null, JsonElement.Parse("{}"));
        var recorded = new StoryEvent("recorded", EventNames.OrderRecorded, At, "placed", CorrelationId: null, JsonElement.Parse("{}"));

        var branch = Judge(placed, "OrderDeadlines.DeadlineOfOrderPlaced", marker: null, recorded);

        Assert.Equal((BranchState.Missing, false), (branch.State, branch.IsDue));
        Assert.StartsWith("due in", branch.Note, StringComparison.Ordinal);
    }

    private IEnumerable<string> HandlersOf(StoryEvent told) => Way.Of(told, fleet.Declared).Select(way => way.Handler.Name);

    private Branch Judge(StoryEvent told, string handler, Marker? marker, params StoryEvent[] others)
    {
        var markers = new[] { marker }.OfType<Marker>().ToDictionary(known => known.Key);
        var judge = new BranchJudge(
            [told, .. others], markers, OrderId, new Dictionary<string, string>(), now: null, looks: [], At.AddMinutes(1));
        return judge.Judge(told, Way.Of(told, fleet.Declared).Single(way => way.Handler.Name == handler));
    }

    private static StoryEvent Reserved(string detail) =>
        new("reserved", EventNames.InventoryReserved, At, "asked", CorrelationId: null, JsonElement.Parse(detail));

    /// <summary>The fleet as code declares it.</summary>
    public sealed class Fleet
    {
        public DeclaredFleet Declared { get; } = new(EventCatalog.Build());
    }
}
