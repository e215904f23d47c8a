namespace LocalAws.Tests.EventBridge;

public sealed class WhenABusIsArchived : EventBridgeSpec
{
    private const string BusArn = "arn:aws:events:us-east-1:000000000000:event-bus/default";

    [Fact]
    public async Task What_it_matches_is_kept_as_it_travelled()
    {
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn, EventPattern = """{"source":["kept"]}""" });
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        await PutAsync(Entry("""{"n":1}""", source: "kept"), Entry("""{"n":2}""", source: "lost"), Entry("""{"n":3}""", source: "kept"));

        var first = await Queues.NextAsync();
        var kept = Archived("a");
        Assert.Equal(2, kept!.Count);
        Assert.Equal(first.Body, kept[0]);
        Assert.Contains("""{"n":3}""", kept[1]);
    }

    [Fact]
    public async Task Without_a_pattern_everything_on_that_bus_is_kept()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn });

        await PutAsync(Entry("""{"n":1}"""), Entry("""{"n":2}""", bus: "b"));

        Assert.Contains("""{"n":1}""", Assert.Single(Archived("a")!));
        Assert.Null(Archived("none"));
    }

    [Fact]
    public async Task It_is_described_with_what_it_holds()
    {
        var created = await CallAsync("CreateArchive", new
        {
            ArchiveName = "a",
            EventSourceArn = BusArn,
            Description = "All.",
            EventPattern = AnySource,
            RetentionDays = 365,
        });
        await PutAsync(Entry(), Entry());

        var archive = await CallAsync("DescribeArchive", new { ArchiveName = "a" });

        Assert.Equal("arn:aws:events:us-east-1:000000000000:archive/a", (string?)created["ArchiveArn"]);
        Assert.Equal("ENABLED", (string?)created["State"]);
        Assert.Equal((string?)created["ArchiveArn"], (string?)archive["ArchiveArn"]);
        Assert.Equal(("All.", AnySource, BusArn), ((string?)archive["Description"], (string?)archive["EventPattern"], (string?)archive["EventSourceArn"]));
        Assert.Equal((365, 2), ((int)archive["RetentionDays"]!, (int)archive["EventCount"]!));
        Assert.Equal(Service.Archive("a")!.Sum(json => json.Length), (int)archive["SizeBytes"]!);
    }

    [Fact]
    public async Task What_is_older_than_the_retention_is_dropped()
    {
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn, RetentionDays = 2 });
        await PutAsync(Entry("""{"n":1}"""));
        Time.Advance(TimeSpan.FromDays(1));
        await PutAsync(Entry("""{"n":2}"""));

        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, Archived("a")!.Count);

        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Contains("""{"n":2}""", Assert.Single(Archived("a")!));
        Assert.Equal(1, (int)(await CallAsync("DescribeArchive", new { ArchiveName = "a" }))["EventCount"]!);
    }

    [Fact]
    public async Task A_retention_longer_than_the_calendar_keeps_for_ever()
    {
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn, RetentionDays = int.MaxValue });

        await PutAsync(Entry());

        Assert.Single(Service.Archive("a")!);
    }

    [Fact]
    public async Task A_changed_archive_keeps_what_it_holds()
    {
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn, Description = "Old.", RetentionDays = 9 });
        await PutAsync(Entry("""{"n":1}"""));

        await CallAsync("UpdateArchive", new { ArchiveName = "a", EventPattern = """{"source":["kept"]}""", Description = "New." });
        await PutAsync(Entry("""{"n":2}"""), Entry("""{"n":3}""", source: "kept"));

        var archive = await CallAsync("DescribeArchive", new { ArchiveName = "a" });
        Assert.Equal(("New.", 9, 2), ((string?)archive["Description"], (int)archive["RetentionDays"]!, (int)archive["EventCount"]!));
        Assert.Equal(
            "ValidationException: At least one of EventPattern, RetentionDays or Description must be provided.",
            await RefusalAsync("UpdateArchive", new { ArchiveName = "a" }));
    }

    [Fact]
    public async Task Archives_are_listed_by_one_filter()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await CallAsync("CreateArchive", new { ArchiveName = "a1", EventSourceArn = BusArn });
        await CallAsync("CreateArchive", new { ArchiveName = "b1", EventSourceArn = "arn:aws:events:us-east-1:000000000000:event-bus/b" });

        Assert.Equal(["a1", "b1"], await ListAsync("{}"));
        Assert.Equal(["a1"], await ListAsync(new { NamePrefix = "a" }));
        Assert.Equal(["a1"], await ListAsync(new { EventSourceArn = BusArn }));
        Assert.Empty(await ListAsync(new { State = "DISABLED" }));
        Assert.StartsWith(
            "ValidationException: At most one filter is allowed",
            await RefusalAsync("ListArchives", new { NamePrefix = "a", EventSourceArn = BusArn }));
    }

    [Fact]
    public async Task A_managed_rule_shows_that_cannot_be_changed()
    {
        const string Name = "Events-Archive-a";
        const string Refusal = "ManagedRuleException: Events-Archive-a is a managed rule. Set 'force' parameter to true to override.";
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn, EventPattern = """{"source":["kept"]}""" });

        var rules = await CallAsync("ListRules", "{}");
        var rule = await CallAsync("DescribeRule", new { Name });

        Assert.Equal(Name, (string?)Assert.Single(rules["Rules"]!.AsArray())!["Name"]);
        Assert.Equal("prod.vhs.events.aws.internal", (string?)rule["ManagedBy"]);
        Assert.Equal("""{"source":["kept"],"replay-name":[{"exists":false}]}""", (string?)rule["EventPattern"]);
        Assert.Single((await CallAsync("ListTargetsByRule", new { Rule = Name }))["Targets"]!.AsArray());
        Assert.Equal(Refusal, await RefusalAsync("DeleteRule", new { Name }));
        Assert.Equal(Refusal, await RefusalAsync("DisableRule", new { Name }));
        Assert.Equal(Refusal, await RefusalAsync("PutRule", new { Name, EventPattern = AnySource }));
        Assert.Equal(Refusal, await RefusalAsync("RemoveTargets", new { Rule = Name, Ids = new[] { Name } }));
        await CallAsync("DeleteArchive", new { ArchiveName = "a" });
        Assert.Empty((await CallAsync("ListRules", "{}"))["Rules"]!.AsArray());
    }

    [Fact]
    public async Task A_deleted_archive_is_gone()
    {
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn });

        await CallAsync("DeleteArchive", new { ArchiveName = "a" });

        Assert.Null(Archived("a"));
        Assert.Equal("ResourceNotFoundException: Archive a does not exist.", await RefusalAsync("DeleteArchive", new { ArchiveName = "a" }));
    }

    [Fact]
    public async Task Bus_and_name_are_checked()
    {
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn });

        Assert.Equal(
            "ResourceAlreadyExistsException: Archive a already exists.",
            await RefusalAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn }));
        Assert.Equal(
            "ResourceNotFoundException: Event bus nowhere does not exist.",
            await RefusalAsync("CreateArchive", new { ArchiveName = "b", EventSourceArn = BusArn.Replace("default", "nowhere", StringComparison.Ordinal) }));
        Assert.StartsWith(
            "ValidationException: Parameter arn:aws:events:us-east-1::rule/r is not valid.",
            await RefusalAsync("CreateArchive", new { ArchiveName = "b", EventSourceArn = "arn:aws:events:us-east-1::rule/r" }));
    }

    private async Task<IEnumerable<string?>> ListAsync(object request) =>
        (await CallAsync("ListArchives", request))["Archives"]!.AsArray().Select(archive => (string?)archive!["ArchiveName"]);
}
