using FsCheck;
using FsCheck.Fluent;
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
    public async Task A_second_entry_of_an_id_that_says_something_else_is_invalid()
    {
        var results = await PublishAsync($"{WithId("mine", 1)}\n{WithId("other", 1)}\n{WithId("mine", 2)}");

        Assert.Equal([EntryStatus.NotSent, EntryStatus.NotSent, EntryStatus.Invalid], results.Select(result => result.Status));
        Assert.StartsWith("line 3: entry 1 has this id and says something else", results[2].Problem, StringComparison.Ordinal);
        Assert.Empty(_bus.Published);
    }

    [Fact]
    public async Task A_second_entry_of_an_id_that_says_the_same_is_in_order() =>
        Assert.All(
            await PublishAsync($"{WithId("mine", 1)}\n{WithId("mine", 1)}"),
            result => Assert.Equal(EntryStatus.Published, result.Status));

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

    [Theory]
    [InlineData("{", "line 2 is no JSON")]
    [InlineData("[1]", "line 2 is no JSON object")]
    [InlineData("""{"source":"a","source":"b","detail-type":"c","detail":{}}""", "line 2 cannot be read: Duplicate property 'source'")]
    [InlineData("""{"source":"a","detail-type":"c","detail":{"x":1,"x":2}}""", "line 2 cannot be read: Duplicate property 'x'")]
    [InlineData("""{"source":"\ud800","detail-type":"c","detail":{}}""", "line 2 cannot be read: a text holds half of a surrogate pair")]
    [InlineData("""{"source":"a","detail-type":"c","detail":{"\udc00":1}}""", "line 2 cannot be read: a text holds half of a surrogate pair")]
    [InlineData("""{"source":"ecommerce.orders","detail-type":"Order Placed","detail":"{\"a\":1,\"a\":2}"}""", "line 2: ")]
    [InlineData("""{"source":"ecommerce.inventory","detail-type":"Inventory Updated","detail":{"productId":"P"}}""", "line 2: ")]
    public async Task An_entry_that_cannot_be_read_is_an_invalid_one_with_its_line(string entry, string problem)
    {
        var results = await PublishAsync($"{Restock}\n{entry}");

        Assert.Equal([EntryStatus.NotSent, EntryStatus.Invalid], results.Select(result => result.Status));
        Assert.StartsWith(problem, results[1].Problem, StringComparison.Ordinal);
        Assert.Empty(_bus.Published);
    }

    [Fact]
    public async Task Entries_over_several_lines_are_named_by_their_first()
    {
        var results = await PublishAsync($"[\n  {Restock},\n\n  {{\n  \"source\": 1\n  }}\n]");

        Assert.StartsWith("line 4: ", results[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_input_is_every_entry_of_it_has_a_result_and_nothing_is_thrown() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(InputGen.Inputs.ToArbitrary(), input =>
        {
            var bus = new FakeBus();
            var results = new EventFile(new(EventCatalog.Build(), new FakeTime()), bus)
                .PublishAsync(input, dryRun: false, CancellationToken.None).GetAwaiter().GetResult();

            Assert.All(results, result => Assert.True(result.Problem is not null || result.Status is not EntryStatus.Invalid));
            Assert.Equal(results.Count(result => result.Status is EntryStatus.Published), bus.Published.Count);
        }));

    [Fact]
    public async Task An_input_without_an_end_is_refused_before_it_fills_the_memory()
    {
        using var endless = new EndlessReader();

        var failure = await Assert.ThrowsAsync<CommandFailedException>(
            () => InputText.OfAsync(endless, "/dev/zero", 1024 * 1024, TestContext.Current.CancellationToken));

        Assert.Equal(ExitCode.Usage, failure.ExitCode);
        Assert.Contains("/dev/zero is longer than 1 Mi characters", failure.Message, StringComparison.Ordinal);
        Assert.True(endless.Given < 2 * 1024 * 1024);
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused_and_not_mended()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, [(byte)'"', 0xFF, (byte)'"'], TestContext.Current.CancellationToken);

        var run = await CommandTree.RunAsync("publish", path, "--local");
        File.Delete(path);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("is no UTF-8 text", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_that_is_no_text_is_refused_likewise()
    {
        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => ReadAsync([(byte)'"', 0xE9, (byte)'"']));

        Assert.Equal(ExitCode.Usage, failure.ExitCode);
        Assert.Contains("standard input is no UTF-8 text", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_text() => Assert.Equal("[]", await ReadAsync([0xEF, 0xBB, 0xBF, (byte)'[', (byte)']']));

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("[]")]
    public async Task An_input_without_an_entry_is_a_mistake_of_usage(string input)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, input, TestContext.Current.CancellationToken);

        var run = await CommandTree.RunAsync("publish", path, "--local");
        File.Delete(path);

        Assert.Equal((ExitCode.Usage, ""), (run.ExitCode, run.Out));
        Assert.Contains("There is no entry in the input", run.Error, StringComparison.Ordinal);
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

    private static string WithId(string id, int restock) =>
        Restock.Replace("\"restock\":1", $"\"restock\":{restock},\"metadata\":{{\"eventId\":\"{id}\"}}", StringComparison.Ordinal);

    private static async Task<string> ReadAsync(byte[] bytes)
    {
        using var reader = InputText.Reader(new MemoryStream(bytes));
        return await InputText.OfAsync(reader, "standard input", InputText.MostCharacters, TestContext.Current.CancellationToken);
    }

    private Task<IReadOnlyList<EntryResult>> PublishAsync(string input, bool dryRun = false) =>
        new EventFile(new(EventCatalog.Build(), new FakeTime()), _bus).PublishAsync(input, dryRun, TestContext.Current.CancellationToken);

    private sealed class EndlessReader : TextReader
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

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
