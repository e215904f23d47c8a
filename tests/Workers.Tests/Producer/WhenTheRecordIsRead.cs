using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;
using Workers.Tests.Audit;

namespace Workers.Tests.Producer;

public sealed class WhenTheRecordIsRead(ProducerHost producer) : IClassFixture<ProducerHost>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_tells_who_and_when_and_what()
    {
        await RecordAsync("""{"orderId":"ONE","customerId":"C-ONE","metadata":{"eventId":"evt-1","correlationId":"corr-1","causationId":"cause-1"}}""");

        var page = await producer.Http.GetStringAsync("/audit/order%23ONE", Cancellation);

        Assert.Equal(
            """
            {"entity":"order#ONE","events":[{"eventId":"evt-1","source":"ecommerce.orders","detail-type":"Order Placed",
            "occurredAt":"2026-01-15T10:05:30.0000000Z","recordedAt":"2026-01-15T10:00:00.0000000Z",
            "correlationId":"corr-1","causationId":"cause-1",
            "detail":{"orderId":"ONE","customerId":"C-ONE","metadata":{"eventId":"evt-1","correlationId":"corr-1","causationId":"cause-1"}}}]}
            """.ReplaceLineEndings(""),
            page);
    }

    [Fact]
    public async Task Whoever_it_is_about_too_has_it_by_reference()
    {
        await RecordAsync("""{"orderId":"REF","customerId":"CUST-REF","items":[{"productId":"P-REF"}]}""");

        foreach (var entity in (string[])["customer%23CUST-REF", "product%23P-REF"])
        {
            var (events, _) = await PageAsync($"/audit/{entity}");
            Assert.Equal("REF", (string?)Assert.Single(events)!["detail"]!["orderId"]);
        }
    }

    [Fact]
    public async Task Events_are_read_page_by_page_oldest_first_within_a_range()
    {
        await RecordAsync([.. Enumerable.Range(0, 6).Select(index => AuditBooks.EnvelopeOf(
            $$"""{"orderId":"{{(index % 2 == 0 ? "PAGED" : $"OTHER-{index}")}}","customerId":"C-PAGED","at":{{index}}}""",
            id: $"e-{index}",
            time: $"2026-01-0{index + 1}T00:00:00Z"))]);

        var (first, next) = await PageAsync("/audit/customer%23C-PAGED?limit=2&from=2026-01-02T00:00:00Z&to=2026-01-06T00:00:00Z");
        var (second, after) = await PageAsync($"/audit/customer%23C-PAGED?limit=2&from=2026-01-02T00:00:00Z&to=2026-01-06T00:00:00Z&next={next}");
        var rest = after is null ? [] : (await PageAsync($"/audit/customer%23C-PAGED?limit=2&to=2026-01-06T00:00:00Z&next={after}")).Events;

        var (before, _) = await PageAsync("/audit/customer%23C-PAGED?to=2026-01-02T00:00:00Z");
        var (behind, _) = await PageAsync("/audit/customer%23C-PAGED?from=2026-01-06T00:00:00Z");

        Assert.Equal([1, 2, 3, 4], Places([.. first, .. second, .. rest]));
        Assert.Equal([0], Places(before));
        Assert.Equal([5], Places(behind));
    }

    [Fact]
    public async Task A_page_ends_early_where_its_details_get_long_and_nothing_is_left_out()
    {
        await RecordAsync([.. Enumerable.Range(0, 7).Select(index => AuditBooks.EnvelopeOf(
            $$"""{"orderId":"LONG","note":"{{new string((char)('a' + index), 900_000)}}"}""", id: $"e-{index}"))]);

        var (first, next) = await PageAsync("/audit/order%23LONG");
        var (second, end) = await PageAsync($"/audit/order%23LONG?next={next}");

        Assert.Equal((5, 2), (first.Count, second.Count));
        Assert.Null(end);
    }

    [Fact]
    public async Task A_detail_that_no_reader_of_ours_takes_is_shown_as_it_stood()
    {
        await RecordAsync("""{"orderId":"ODD","half":"\ud800"}""", "\"orderId is ODD\"");

        Assert.Contains("""{"orderId":"ODD","half":"\ud800"}""", await producer.Http.GetStringAsync("/audit/order%23ODD", Cancellation), StringComparison.Ordinal);
        var (events, _) = await PageAsync("/audit/source%23ecommerce.orders");
        Assert.Contains("orderId is ODD", events.Select(found => found["detail"] is JsonValue text ? (string?)text : null));
    }

    [Fact]
    public async Task An_id_that_is_none_is_asked_for_as_it_is()
    {
        await RecordAsync("""{"orderId":"ORD/1 ä"}""");

        var (events, _) = await PageAsync("/audit/order%23ORD%2F1%20%C3%A4");

        Assert.Single(events);
    }

    [Fact]
    public async Task A_detail_that_somebody_damaged_leaves_the_others()
    {
        using var books = new AuditBooks()
            .Hears($$"""{"orderId":"HURT","note":"{{new string('x', 5_000)}}"}""", id: "1")
            .Hears("""{"orderId":"HURT"}""", id: "2");
        await PutAsync(books, except: _ => false);
        var hurt = books.Rows.Single(row => row.Attributes.ContainsKey(AuditColumns.PackedDetail));
        await producer.PutAsync(
            Topology.AuditTable, new(hurt.With(AuditColumns.PackedDetail, new AttributeValue { B = new([1, 2, 3]) }).Attributes));

        var (events, _) = await PageAsync("/audit/order%23HURT");

        Assert.Equal(["1", "2"], events.Select(found => (string?)found["eventId"]));
        Assert.Equal("HURT", (string?)events[1]["detail"]!["orderId"]);
    }

    [Fact]
    public async Task An_event_that_is_gone_leaves_the_others()
    {
        using var books = new AuditBooks().Hears("""{"orderId":"GONE","customerId":"C-GONE"}""").Hears("""{"orderId":"HERE","customerId":"C-GONE"}""", id: "2");
        await PutAsync(books, except: item => item.Text(AuditColumns.Entity) == "order#GONE");

        Assert.Equal("HERE", (string?)Assert.Single((await PageAsync("/audit/customer%23C-GONE")).Events)["detail"]!["orderId"]);
    }

    [Fact]
    public async Task A_token_opens_no_other_list()
    {
        await RecordAsync(AuditBooks.EnvelopeOf("""{"orderId":"TOKEN","a":1}""", id: "1"), AuditBooks.EnvelopeOf("""{"orderId":"TOKEN","a":2}""", id: "2"));
        var (_, next) = await PageAsync("/audit/order%23TOKEN?limit=1");

        await IsRefusedAsync($"/audit/order%23THIEF?next={next}", "next");
    }

    [Theory]
    [InlineData("/audit/nonsense", "entity")]
    [InlineData("/audit/planet%231", "entity")]
    [InlineData("/audit/order%23", "entity")]
    [InlineData("/audit/order%231?from=yesterday", "from")]
    [InlineData("/audit/order%231?from=2026-01-02&to=2026-01-01", "to")]
    [InlineData("/audit/order%231?limit=0", "limit")]
    [InlineData("/audit/order%231?limit=101", "limit")]
    [InlineData("/audit/order%231?next=nonsense", "next")]
    public Task What_cannot_be_asked_for_is_named(string path, string field) => IsRefusedAsync(path, field);

    [Theory]
    [InlineData("/audit/customer%23NOBODY")]
    [InlineData("/audit/ticket%23~0123")]
    public async Task Nothing_on_record_is_an_empty_list(string path) => Assert.Empty((await PageAsync(path)).Events);

    private static IEnumerable<int> Places(IEnumerable<JsonObject> events) => events.Select(found => (int)found["detail"]!["at"]!);

    private async Task IsRefusedAsync(string path, string field)
    {
        using var response = await producer.Http.GetAsync(path, Cancellation);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["errors"]![field]);
    }

    private async Task<(IReadOnlyList<JsonObject> Events, string? Next)> PageAsync(string path)
    {
        var page = (await producer.Http.GetFromJsonAsync<JsonObject>(path, Cancellation))!;
        return ([.. page["events"]!.AsArray().Select(found => found!.AsObject())], (string?)page["next"]);
    }

    /// <summary>Has the audit worker record events, and puts what it wrote where the API reads.</summary>
    private async Task RecordAsync(params string[] bodies)
    {
        using var books = new AuditBooks();
        foreach (var body in bodies)
        {
            books.Worker.ReceivesBody(body.StartsWith("{\"version\"", StringComparison.Ordinal) ? body : AuditBooks.EnvelopeOf(body));
        }

        books.Worker.RunUntilQuiet();
        Assert.Empty(books.Worker.DeadLetters);
        await PutAsync(books, except: _ => false);
    }

    private async Task PutAsync(AuditBooks books, Predicate<Item> except)
    {
        foreach (var (_, item) in books.Worker.Store.Items.Where(item => item.Key.Table == Topology.AuditTable && !except(item.Value)))
        {
            await producer.PutAsync(Topology.AuditTable, new(item.Attributes));
        }
    }
}
