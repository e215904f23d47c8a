using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAws.Sns.Deliveries;

/// <summary>How often, and how long after one another, a notification is tried again over HTTP.</summary>
internal sealed record DeliveryPolicy
{
    private const int MostRetries = 100;
    private const int LongestDelay = 3600;

    private const string Linear = "linear";

    private static readonly string[] Functions = [Linear, "arithmetic", "geometric", "exponential"];

    public int NumRetries { get; init; } = 3;

    public int MinDelayTarget { get; init; } = 20;

    public int MaxDelayTarget { get; init; } = 20;

    public int NumNoDelayRetries { get; init; }

    public int NumMinDelayRetries { get; init; }

    public int NumMaxDelayRetries { get; init; }

    public string BackoffFunction { get; init; } = Linear;

    /// <summary>The content type of posts; null: that of their form.</summary>
    public string? ContentType { get; init; }

    /// <summary>How many posts a subscription gets in a second at most; null: as many as there are.</summary>
    public int? MaxReceivesPerSecond { get; init; }

    /// <summary>The policy that holds for a subscription: what it does not say, its topic does.</summary>
    /// <param name="ofSubscription">What the subscription says; null when nothing.</param>
    /// <param name="ofTopic">What its topic says; null when nothing.</param>
    public static DeliveryPolicy Of(string? ofSubscription, string? ofTopic)
    {
        var topic = JsonNode.Parse(ofTopic ?? "{}")?["http"];
        var isFixed = topic?["disableSubscriptionOverrides"]?.GetValue<bool>() == true;
        var own = isFixed ? null : JsonNode.Parse(ofSubscription ?? "{}");
        return Read(
            own?["healthyRetryPolicy"] ?? topic?["defaultHealthyRetryPolicy"],
            own?["requestPolicy"] ?? topic?["defaultRequestPolicy"],
            own?["throttlePolicy"] ?? topic?["defaultThrottlePolicy"]);
    }

    /// <summary>What is wrong with a subscription's policy; null when nothing is.</summary>
    public static string? ProblemOfSubscription(string json) => Problem(() => Of(json, null));

    /// <summary>What is wrong with a topic's policy; null when nothing is.</summary>
    public static string? ProblemOfTopic(string json) => Problem(() => Of(null, json));

    /// <summary>How long to wait before each further try, in their order.</summary>
    public IEnumerable<TimeSpan> Delays()
    {
        var backingOff = NumRetries - NumNoDelayRetries - NumMinDelayRetries - NumMaxDelayRetries;
        return Enumerable.Repeat(0.0, NumNoDelayRetries)
            .Concat(Enumerable.Repeat((double)MinDelayTarget, NumMinDelayRetries))
            .Concat(Enumerable.Range(0, backingOff).Select(index => Backoff(backingOff == 1 ? 0 : index / (backingOff - 1.0))))
            .Concat(Enumerable.Repeat((double)MaxDelayTarget, NumMaxDelayRetries))
            .Select(TimeSpan.FromSeconds);
    }

    /// <summary>As GetSubscriptionAttributes shows it.</summary>
    public string Show(bool ofTopic)
    {
        var retries = new JsonObject
        {
            ["minDelayTarget"] = MinDelayTarget,
            ["maxDelayTarget"] = MaxDelayTarget,
            ["numRetries"] = NumRetries,
            ["numMaxDelayRetries"] = NumMaxDelayRetries,
            ["numNoDelayRetries"] = NumNoDelayRetries,
            ["numMinDelayRetries"] = NumMinDelayRetries,
            ["backoffFunction"] = BackoffFunction,
        };
        var request = new JsonObject { ["headerContentType"] = ContentType ?? "text/plain; charset=UTF-8" };
        var throttle = MaxReceivesPerSecond is { } most ? new JsonObject { ["maxReceivesPerSecond"] = most } : null;
        return (ofTopic ? ShowOfTopic(retries, request, throttle) : ShowOfSubscription(retries, request, throttle)).ToJsonString();
    }

    private static JsonObject ShowOfTopic(JsonObject retries, JsonObject request, JsonObject? throttle)
    {
        var http = new JsonObject { ["defaultHealthyRetryPolicy"] = retries, ["disableSubscriptionOverrides"] = false };
        if (throttle is not null)
        {
            http["defaultThrottlePolicy"] = throttle;
        }

        http["defaultRequestPolicy"] = request;
        return new JsonObject { ["http"] = http };
    }

    private static JsonObject ShowOfSubscription(JsonObject retries, JsonObject request, JsonObject? throttle) => new()
    {
        ["healthyRetryPolicy"] = retries,
        ["sicklyRetryPolicy"] = null,
        ["throttlePolicy"] = throttle,
        ["requestPolicy"] = request,
        ["guaranteed"] = false,
    };

    // AWS draws the curves without giving formulas: they begin at the shortest delay and end at the longest.
    private double Backoff(double progress) => BackoffFunction switch
    {
        Linear => MinDelayTarget + ((MaxDelayTarget - MinDelayTarget) * progress),
        "arithmetic" => MinDelayTarget + ((MaxDelayTarget - MinDelayTarget) * progress * progress),
        _ => MinDelayTarget * Math.Pow((double)MaxDelayTarget / MinDelayTarget, progress),
    };

    private static DeliveryPolicy Read(JsonNode? retries, JsonNode? request, JsonNode? throttle)
    {
        var standard = new DeliveryPolicy();
        return new DeliveryPolicy
        {
            NumRetries = Number("numRetries", standard.NumRetries),
            MinDelayTarget = Number("minDelayTarget", standard.MinDelayTarget),
            MaxDelayTarget = Number("maxDelayTarget", standard.MaxDelayTarget),
            NumNoDelayRetries = Number("numNoDelayRetries", 0),
            NumMinDelayRetries = Number("numMinDelayRetries", 0),
            NumMaxDelayRetries = Number("numMaxDelayRetries", 0),
            BackoffFunction = retries?["backoffFunction"]?.GetValue<string>() ?? Linear,
            ContentType = request?["headerContentType"]?.GetValue<string>(),
            MaxReceivesPerSecond = throttle?["maxReceivesPerSecond"]?.GetValue<int>(),
        };

        int Number(string name, int otherwise) => retries?[name]?.GetValue<int>() ?? otherwise;
    }

    private static string? Problem(Func<DeliveryPolicy> read)
    {
        try
        {
            return read().Problem();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return "DeliveryPolicy: failed to parse JSON.";
        }
    }

    private string? Problem() => this switch
    {
        { NumRetries: < 0 or > MostRetries } => $"DeliveryPolicy: numRetries must be between 0 and {MostRetries}",
        { MinDelayTarget: < 1 } => "DeliveryPolicy: minDelayTarget must be greater than or equal to 1",
        { MaxDelayTarget: > LongestDelay } => $"DeliveryPolicy: maxDelayTarget must be less than or equal to {LongestDelay}",
        _ when MaxDelayTarget < MinDelayTarget => "DeliveryPolicy: maxDelayTarget must be greater than or equal to minDelayTarget",
        _ when NumNoDelayRetries < 0 || NumMinDelayRetries < 0 || NumMaxDelayRetries < 0
            || (long)NumNoDelayRetries + NumMinDelayRetries + NumMaxDelayRetries > NumRetries =>
            "DeliveryPolicy: numRetries must be at least the sum of the retries of its phases",
        { MaxReceivesPerSecond: < 1 } => "DeliveryPolicy: maxReceivesPerSecond must be greater than or equal to 1",
        _ when !Functions.Contains(BackoffFunction) => $"DeliveryPolicy: backoffFunction must be one of {string.Join(", ", Functions)}",
        _ when ContentType is { } type && !MediaTypeHeaderValue.TryParse(type, out _) =>
            $"DeliveryPolicy: headerContentType is not a content type: {type}",
        _ => null,
    };
}
