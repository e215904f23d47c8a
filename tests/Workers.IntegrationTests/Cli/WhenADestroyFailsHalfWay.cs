using LocalAws;
using LocalAws.Faults;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenADestroyFailsHalfWay(AwsEndpoint endpoint)
{
    private const string Prefix = "half-";

    [Theory]
    [InlineData("--json")]
    [InlineData("")]
    public async Task What_was_deleted_until_then_is_told_and_what_was_not_with_its_reason(string form)
    {
        await using var aws = await LocalAwsServer.StartAsync();
        var user = new Operator(endpoint, Prefix) { Url = aws.Endpoint.ToString() };
        await user.RunAsync("apply");
        aws.Faults.Set(1, new FaultRule("events.DeleteArchive", FaultKind.InternalError));

        var run = await user.RunAsync(["destroy", "--confirm", Prefix, .. form.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains($"archive {Prefix}{Topology.ArchiveName}", run.Error, StringComparison.Ordinal);
        if (form.Length > 0)
        {
            var resources = run.Json.GetProperty("resources").EnumerateArray()
                .ToLookup(resource => resource.GetProperty("change").GetString()!, resource => resource.GetProperty("name").GetString()!);
            Assert.False(run.Json.GetProperty("isComplete").GetBoolean());
            Assert.Equal([$"{Prefix}{Topology.ArchiveName}"], resources["failed"]);
            Assert.Contains($"{Prefix}order-processing", resources["deleted"]);
        }
        else
        {
            Assert.Contains($"deleted   targets of rule {Prefix}order-processing", run.Lines);
            Assert.Contains($"failed    archive         {Prefix}{Topology.ArchiveName}", run.Lines);
            Assert.Contains("it did not come to its end", run.Lines[^1], StringComparison.Ordinal);
        }
    }
}
