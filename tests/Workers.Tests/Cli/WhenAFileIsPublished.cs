using Workers.Cli.Publishing;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Events.Publishing;

namespace Workers.Tests.Cli;

public sealed class WhenAFileIsPublished
{
    private const string Restock =
        """{"source":"ecommerce.inventory","detail-type":"Inventory Updated","detail":{"productId":"P","restock":1}}""";

    private readonly FakeBus _bus = new();

    [Theory]
    [InlineData(Restock, 1)]
    [InlineData($"[{Restock},{Restock}]", 2)]
    [InlineData($"{Restock}\n\n{Restock}\n{Restock}\n", 3)]
    public async Task One_object_a_list_or_lines_are_entries(string input, int entries)
    {
        var results = await PublishAsync(input);

        Assert.Equal(entries, _bus.Published.Count);
        Assert.All(results, result => Assert.Equal(EntryStatus.Published, result.Status));
    }

    [Fact]
    public async Task The_same_file_twice_is_the_same_events_and_equal_entries_are_several()
    {
        await PublishAsync($"{Restock}\n{Restock}");
        var first = _bus.Published.Select(outgoing => outgoing.EventId).ToList();
        await PublishAsync($"{Restock}\n{Restock}");

        Assert.Equal(2, first.Distinct().Count());
        Assert.Equal(first, _bus.Published.Skip(2).Select(outgoing => outgoing.EventId));
    }

    [Fact]
    public async Task An_id_of_the_entrys_own_stays_and_travels_in_the_metadata()
    {
        await PublishAsync("""{"id":"mine","source":"ecommerce.inventory","detail-type":"Inventory Updated","detail":{"productId":"P","restock":1}}""");

        var published = Assert.Single(_bus.Published);
        Assert.Equal("mine", published.EventId);
        Assert.Contains("\"metadata\":{\"eventId\":\"mine\"}", published.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_entry_that_no_consumer_could_handle_keeps_all_from_the_bus()
    {
        var results = await PublishAsync($"{Restock}\n{Restock.Replace("\"restock\":1", "\"restock\":0", StringComparison.Ordinal)}");

        Assert.Empty(_bus.Published);
        Assert.Equal([EntryStatus.NotSent, EntryStatus.Invalid], results.Select(result => result.Status));
        Assert.Contains("restock", results[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_nobody_registered_is_invalid()
    {
        var results = await PublishAsync("""{"source":"a","detail-type":"b","detail":{}}""");

        Assert.Equal(EntryStatus.Invalid, Assert.Single(results).Status);
    }

    [Fact]
    public async Task A_line_that_is_no_json_is_named()
    {
        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => PublishAsync($"{Restock}\n{{"));

        Assert.StartsWith("line 2 is no JSON", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_bus.Published);
    }

    [Fact]
    public async Task What_eventbridge_refuses_is_told_entry_by_entry()
    {
        _bus.Refuses = outgoing => outgoing.Detail.Contains("\"Q\"", StringComparison.Ordinal);

        var results = await PublishAsync($"{Restock}\n{Restock.Replace("\"P\"", "\"Q\"", StringComparison.Ordinal)}");

        Assert.Equal([EntryStatus.Published, EntryStatus.Refused], results.Select(result => result.Status));
    }

    [Fact]
    public async Task A_dry_run_publishes_nothing()
    {
        var results = await PublishAsync(Restock, dryRun: true);

        Assert.Empty(_bus.Published);
        Assert.Equal(EntryStatus.NotSent, Assert.Single(results).Status);
    }

    private Task<IReadOnlyList<EntryResult>> PublishAsync(string input, bool dryRun = false) =>
        new EventFile(new(EventCatalog.Build(), new FakeTime()), _bus).PublishAsync(input, dryRun, TestContext.Current.CancellationToken);

    private sealed class FakeBus : IEventPublisher
    {
        public List<OutgoingEvent> Published { get; } = [];

        public Predicate<OutgoingEvent> Refuses { get; set; } = _ => false;

        public Task PublishAsync(IReadOnlyList<OutgoingEvent> events, CancellationToken cancellationToken)
        {
            var refused = events.Where(outgoing => Refuses(outgoing)).ToList();
            Published.AddRange(events.Except(refused));
            return refused.Count == 0 ? Task.CompletedTask : throw new PublishFailedException("Code", refused);
        }
    }
}
