using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.People;

/// <summary>
/// A fleet that reminds, and misses what it promised of urgent tickets, within seconds. Of other tickets it keeps the usual times.
/// </summary>
public sealed class PeopleFleet(AwsEndpoint endpoint) : IAsyncLifetime
{
    /// <summary>Short waits: settings of every host.</summary>
    internal static IReadOnlyDictionary<string, string?> ShortWaits { get; } = new Dictionary<string, string?>
    {
        ["Workers:Customers:RemindAfter"] = "00:00:03",
        ["Workers:Support:Sla:urgent:FirstAnswer"] = "00:00:02",
        ["Workers:Support:Sla:urgent:Resolution"] = "00:00:05",
    };

    /// <summary>The fleet.</summary>
    public RunningFleet Fleet { get; } = new(endpoint);

    public async ValueTask InitializeAsync()
    {
        foreach (var (key, value) in ShortWaits)
        {
            Fleet.Settings[key] = value;
        }

        await Fleet.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Fleet.DisposeAsync();

    /// <summary>Posts a body as it stands.</summary>
    public async Task<(int Status, JsonObject Answer)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Fleet.Api.PostAsync(path, content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!);
    }

    /// <summary>Waits for what a path tells.</summary>
    public Task BecomesAsync(string path, string what, Func<JsonObject, bool> condition) => Eventually.TrueAsync(
        $"{path} tells of {what}", async () => await Fleet.FindAsync(path) is { } found && condition(found));
}

/// <summary>One fleet for all specs of customers and tickets: each has some of its own.</summary>
[CollectionDefinition]
public sealed class PeopleSpecs : ICollectionFixture<PeopleFleet>;
