namespace LocalAws.Tests.EventBridge;

public sealed class WhenBusesAreManaged : EventBridgeSpec
{
    private const string Arn = "arn:aws:events:us-east-1:000000000000:event-bus/b";

    [Fact]
    public async Task A_new_bus_can_be_described_by_name_and_ARN()
    {
        var created = await CallAsync("CreateEventBus", new { Name = "b", Description = "Ours." });

        Assert.Equal(Arn, (string?)created["EventBusArn"]);
        foreach (var name in new[] { "b", Arn })
        {
            var bus = await CallAsync("DescribeEventBus", new { Name = name });
            Assert.Equal("b", (string?)bus["Name"]);
            Assert.Equal("Ours.", (string?)bus["Description"]);
            Assert.Equal(1768471200m, (decimal)bus["CreationTime"]!);
        }
    }

    [Fact]
    public async Task Its_settings_can_be_changed_one_by_one()
    {
        await CallAsync("CreateEventBus", new { Name = "b", Description = "Old.", LogConfig = new { Level = "INFO", IncludeDetail = "NONE" } });
        Time.Advance(TimeSpan.FromSeconds(1));

        var updated = await CallAsync("UpdateEventBus", new { Name = "b", Description = "New.", DeadLetterConfig = new { Arn = DlqArn } });

        Assert.Equal(
            $$$"""{"Name":"b","Arn":"{{{Arn}}}","Description":"New.","DeadLetterConfig":{"Arn":"{{{DlqArn}}}"},"LogConfig":{"IncludeDetail":"NONE","Level":"INFO"}}""",
            updated.ToJsonString());
        var bus = await CallAsync("DescribeEventBus", new { Name = "b" });
        Assert.Equal(("New.", DlqArn), ((string?)bus["Description"], (string?)bus["DeadLetterConfig"]!["Arn"]));
        Assert.Equal((1768471200m, 1768471201m), ((decimal)bus["CreationTime"]!, (decimal)bus["LastModifiedTime"]!));
        Assert.Equal(
            "ResourceNotFoundException: Event bus nowhere does not exist.", await RefusalAsync("UpdateEventBus", new { Name = "nowhere" }));
    }

    [Fact]
    public async Task What_only_partners_have_is_refused()
    {
        Assert.Equal(
            "ValidationException: Event bus name must not contain '/'.", await RefusalAsync("CreateEventBus", new { Name = "a/b" }));
        Assert.Equal(
            "ResourceNotFoundException: Event source aws.partner/a/b does not exist.",
            await RefusalAsync("CreateEventBus", new { Name = "aws.partner/a/b", EventSourceName = "aws.partner/a/b" }));
    }

    [Fact]
    public async Task Every_region_has_a_default_bus_of_its_own()
    {
        await CallAsync("CreateEventBus", new { Name = "b" }, "eu-west-1");

        var here = await CallAsync("ListEventBuses", "{}");
        var there = await CallAsync("ListEventBuses", "{}", "eu-west-1");

        Assert.Equal(["default"], here["EventBuses"]!.AsArray().Select(bus => (string?)bus!["Name"]));
        Assert.Equal(["b", "default"], there["EventBuses"]!.AsArray().Select(bus => (string?)bus!["Name"]));
        Assert.Equal("arn:aws:events:eu-west-1:000000000000:event-bus/default", (string?)there["EventBuses"]![1]!["Arn"]);
        Assert.Equal("default", (string?)(await CallAsync("DescribeEventBus", "{}"))["Name"]);
    }

    [Fact]
    public async Task A_name_is_taken_only_once()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });

        Assert.Equal(
            "ResourceAlreadyExistsException: Event bus b already exists.", await RefusalAsync("CreateEventBus", new { Name = "b" }));
        Assert.Equal(
            "ResourceAlreadyExistsException: Event bus default already exists.",
            await RefusalAsync("CreateEventBus", new { Name = "default" }));
    }

    [Fact]
    public async Task A_deleted_bus_is_gone_and_may_be_deleted_again()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });

        await CallAsync("DeleteEventBus", new { Name = "b" });
        await CallAsync("DeleteEventBus", new { Name = "b" });

        Assert.Equal(
            "ResourceNotFoundException: Event bus b does not exist.", await RefusalAsync("DescribeEventBus", new { Name = "b" }));
    }

    [Fact]
    public async Task The_default_bus_and_buses_with_rules_are_not_deleted()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await CallAsync("PutRule", new { Name = "r", EventBusName = "b", EventPattern = AnySource });

        Assert.Equal(
            "ValidationException: Cannot delete event bus default.", await RefusalAsync("DeleteEventBus", new { Name = "default" }));
        Assert.StartsWith("ValidationException: Event bus b can't be deleted", await RefusalAsync("DeleteEventBus", new { Name = "b" }));
    }

    [Fact]
    public async Task There_are_at_most_100()
    {
        for (var bus = 1; bus < 100; bus++)
        {
            await CallAsync("CreateEventBus", new { Name = $"b{bus}" });
        }

        Assert.StartsWith("LimitExceededException: ", await RefusalAsync("CreateEventBus", new { Name = "b100" }));
    }
}
