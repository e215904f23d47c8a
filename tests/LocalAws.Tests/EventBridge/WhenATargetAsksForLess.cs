using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge;

public sealed class WhenATargetAsksForLess : EventBridgeSpec
{
    private const string Detail = """
        {"id":"u1","n":1.50,"yes":true,"no":null,"quote":"a \"b\" \\ é","one":["HIGH"],"two":["ON","OFF"],"numbers":[1,2],"object":{"a":"x","b":2},"items":[{"sku":"s1"},{"sku":"s2"}]}
        """;

    private static readonly Dictionary<string, string> Paths = new()
    {
        ["id"] = "$.detail.id",
        ["n"] = "$.detail.n",
        ["yes"] = "$.detail.yes",
        ["no"] = "$.detail.no",
        ["quote"] = "$.detail.quote",
        ["one"] = "$.detail.one",
        ["two"] = "$.detail.two",
        ["numbers"] = "$.detail.numbers",
        ["object"] = "$.detail.object",
        ["missing"] = "$.detail.missing",
        ["first"] = "$.detail.items[0].sku",
        ["all"] = "$.detail.items[*].sku",
        ["detail-type"] = "$['detail-type']",
    };

    [Fact]
    public async Task A_constant_is_delivered_as_it_is_written() =>
        Assert.Equal(""" { "a" : 1 } """, (await DeliverAsync(new { Input = """ { "a" : 1 } """ })).Body);

    [Theory]
    [InlineData("$.detail.object", """{"a":"x","b":2}""")]
    [InlineData("$.detail.id", "\"u1\"")]
    [InlineData("$.detail.n", "1.50")]
    [InlineData("$.detail.two[1]", "\"OFF\"")]
    [InlineData("$.detail.items[*].sku", """["s1","s2"]""")]
    [InlineData("$.detail.object.*", """["x",2]""")]
    [InlineData("$.detail-type", "\"t\"")]
    [InlineData("$.detail['object']['a']", "\"x\"")]
    public async Task A_path_selects_a_part(string path, string body) =>
        Assert.Equal(body, (await DeliverAsync(new { InputPath = path })).Body);

    [Fact]
    public async Task The_path_to_the_root_selects_the_whole_event()
    {
        var delivery = await DeliverAsync(new { InputPath = "$" });

        Assert.Equal("u1", (string?)delivery.Json["detail"]!["id"]);
        Assert.StartsWith("""{"version":"0","id":""", delivery.Body);
    }

    [Theory]
    [InlineData("""{"id":<id>}""", """{"id":"u1"}""")]
    [InlineData("""{"id":"<id>"}""", """{"id":"u1"}""")]
    [InlineData("""{"path":"users/<id>/again/<id>"}""", """{"path":"users/u1/again/u1"}""")]
    [InlineData("""{"n":<n>,"yes":<yes>,"no":<no>}""", """{"n":1.50,"yes":true,"no":null}""")]
    [InlineData("""{"text":"<n>, <yes>, <no>"}""", """{"text":"1.50, true, null"}""")]
    [InlineData("""{"one":<one>,"object":<object>}""", """{"one":["HIGH"],"object":{"a":"x","b":2}}""")]
    [InlineData("""{"missing":<missing>,"text":"-<missing>-"}""", """{"missing":"","text":"--"}""")]
    [InlineData("""{"quote":<quote>,"text":"<quote>!"}""", """{"quote":"a \"b\" \\ é","text":"a \"b\" \\ é!"}""")]
    [InlineData("""{"numbers":"<numbers>"}""", """{"numbers":"[1,2]"}""")]
    [InlineData("""{"first":<first>,"all":<all>}""", """{"first":"s1","all":["s1","s2"]}""")]
    [InlineData("""{"escaped":"\"<id>\"","type":<detail-type>}""", """{"escaped":"\"u1\"","type":"t"}""")]
    [InlineData("""[<id>,"x"]""", """["u1","x"]""")]
    [InlineData("<object>", """{"a":"x","b":2}""")]
    [InlineData("\"Order <id> of <n>\"", "\"Order u1 of 1.50\"")]
    [InlineData("\"<one> <two> <object> <missing>.\"", "\"[HIGH] [ON,OFF] {a:x,b:2} .\"")]
    [InlineData("\"first <id>\"\n\"second <yes>\"", "\"first u1\"\n\"second true\"")]
    public async Task A_template_is_filled_as_on_AWS(string template, string body) =>
        Assert.Equal(body, (await DeliverAsync(Template(template))).Body);

    [Fact]
    public async Task The_predefined_variables_need_no_path()
    {
        var delivery = await DeliverAsync(Template(
            """{"arn":<aws.events.rule-arn>,"text":"<aws.events.rule-name> at <aws.events.event.ingestion-time>","head":<aws.events.event>}"""));

        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/r", (string?)delivery.Json["arn"]);
        Assert.Equal("r at 2026-01-15T10:00:00Z", (string?)delivery.Json["text"]);
        Assert.Equal(
            ["id", "account", "detailType", "time", "source", "region", "resources", "version"],
            delivery.Json["head"]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task High_value_orders_are_wrapped_whole()
    {
        var delivery = await DeliverAsync(Template(
            """{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":<aws.events.event.json>}"""));

        Assert.Equal("urgent", (string?)delivery.Json["priority"]);
        Assert.Equal(
            ["version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail"],
            delivery.Json["event"]!.AsObject().Select(member => member.Key));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Detail), delivery.Json["event"]!["detail"]));
    }

    [Theory]
    [InlineData("""{"object":"<object>"}""")]
    [InlineData("""{"one":"<one>"}""")]
    public async Task A_result_that_is_not_JSON_is_a_dead_letter(string template)
    {
        var dead = await DeliverAsync(Template(template));

        Assert.Equal((DlqArn, "INVALID_JSON"), (dead.QueueArn, dead.Attributes!["ERROR_CODE"]));
        Assert.Equal("u1", (string?)dead.Json["detail"]!["id"]);
    }

    [Fact]
    public async Task A_path_to_nothing_is_a_dead_letter()
    {
        var dead = await DeliverAsync(new { InputPath = "$.detail.missing" });

        Assert.Equal(("INVALID_JSON", "The event has nothing at the InputPath $.detail.missing."), (dead.Attributes!["ERROR_CODE"], dead.Attributes["ERROR_MESSAGE"]));
    }

    private static object Template(string template) => new { InputTransformer = new { InputPathsMap = Paths, InputTemplate = template } };

    private async Task<FakeDelivery> DeliverAsync(object input)
    {
        var target = System.Text.Json.JsonSerializer.SerializeToNode(input)!;
        target["Id"] = "1";
        target["Arn"] = QueueArn;
        target["DeadLetterConfig"] = new JsonObject { ["Arn"] = DlqArn };
        await RouteAsync("r", AnySource, target);
        await PutAsync(Entry(Detail));
        return await Queues.NextAsync();
    }
}
