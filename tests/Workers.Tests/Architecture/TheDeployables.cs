using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Engine;
using Workers.Operations;

namespace Workers.Tests.Architecture;

/// <summary>Says what a deployable of <see cref="Topology.Deployables"/> still lacks, and where to put it.</summary>
public sealed class TheDeployables
{
    public static TheoryData<string> Names => [.. Topology.Deployables.Select(deployable => deployable.Name)];

    public static TheoryData<string> Workers => [.. Topology.Workers.Select(worker => worker.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Have_a_project_in_the_solution(string name)
    {
        var project = Of(name).Project;

        Assert.True(
            File.Exists(Approved.PathOf("src", "fleet", project, $"{project}.csproj")),
            $"{name}: there is no src/fleet/{project}/{project}.csproj. Add the project, or take {name} out of Topology.Deployables.");
        Assert.True(
            File.ReadAllText(Approved.PathOf("Workers.sln")).Contains($"\"{project}\"", StringComparison.Ordinal),
            $"{name}: Workers.sln does not have {project}: `dotnet sln add src/fleet/{project}`.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Are_hosted_by_Workers_Operations(string name) => Assert.True(
        HostedDeployable.All.Any(hosted => hosted.Name == name),
        $"{name}: nobody builds a host of it. Add its line to {nameof(HostedDeployable)}.All in src/ops/Workers.Operations.");

    [Fact]
    public void Are_all_the_programs_of_the_fleet() =>
        Assert.All(Directory.GetFiles(Approved.PathOf("src", "fleet"), "Program.cs", SearchOption.AllDirectories), program =>
        {
            var project = Path.GetFileName(Path.GetDirectoryName(program)!);
            Assert.True(
                Topology.Deployables.Any(deployable => deployable.Project == project),
                $"{project} is a program, but no deployable of Topology.Deployables: it would have no role, no manifest and no host.");
        });

    [Theory]
    [MemberData(nameof(Workers))]
    public async Task Consume_the_queues_that_they_are_described_with(string name)
    {
        var worker = Of(name);
        await using var host = Build(name);
        var described = worker.Consumptions.Select(consumes => (consumes.Name, Queue: consumes.Queue.Name)).ToList();
        var consumed = host.Services.GetServices<QueueConsumerBuilder>().Select(consumer => (consumer.Name, consumer.Queue)).ToList();
        var options = host.Services.GetRequiredService<IOptionsMonitor<QueueConsumerOptions>>();

        Assert.True(
            described.Order().SequenceEqual(consumed.Order()),
            $"{name}: {worker.Project} calls AddQueueConsumer for {string.Join(", ", consumed)}; "
            + $"by Topology.Deployables it consumes {string.Join(", ", described)}.");
        Assert.All(worker.Consumptions, consumes => Assert.True(
            options.Get(consumes.Name).MaxInFlight == consumes.MaxInFlight,
            $"{name}: {worker.Project} has {options.Get(consumes.Name).MaxInFlight} messages of {consumes.Queue.Name} in flight, "
            + $"Topology.Deployables says {consumes.MaxInFlight}, from which its scaling follows. Configure QueueConsumerOptions from the "
            + "description, as NotificationWorker does."));
    }

    [Theory]
    [MemberData(nameof(Workers))]
    public void Are_sent_something(string name) => Assert.All(Of(name).Consumptions, consumes => Assert.True(
        Topology.Rules.Any(rule => rule.Targets.Contains(consumes.Queue.Name)),
        $"{name}: no rule of Topology.Rules has {consumes.Queue.Name} among its targets, so the worker would wait for ever."));

    [Theory]
    [MemberData(nameof(Names))]
    public void Use_tables_that_exist(string name) => Assert.All(Of(name).Tables, grant => Assert.True(
        Topology.Tables.Any(table => table.Name == grant.Table),
        $"{name} uses table {grant.Table}, which is not in Topology.Tables."));

    private static Deployable Of(string name) => Topology.Deployables.First(deployable => deployable.Name == name);

    private static WebApplication Build(string name)
    {
        var hosted = HostedDeployable.All.FirstOrDefault(hosted => hosted.Name == name);
        Assert.True(hosted is not null, $"{name} has no line in {nameof(HostedDeployable)}.All in src/ops/Workers.Operations.");
        return hosted.Build(WebApplication.CreateBuilder());
    }
}
