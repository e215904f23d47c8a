using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Workers.Contracts;
using Workers.Provisioning;
using Workers.Provisioning.Resources;

namespace Workers.Tests.Provisioning;

public sealed class WhenATargetIsRefused : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly Refusing _eventBridge = new();
    private readonly TargetsResource _targets;

    public WhenATargetIsRefused() =>
        _targets = new(Topology.Rules[0], Scopes.Of(Scopes.Clients(_eventBridge)));

    public void Dispose() => _eventBridge.Dispose();

    [Fact]
    public async Task Its_creation_fails_with_the_rule_the_target_and_the_reason()
    {
        var failure = await Assert.ThrowsAsync<ProvisioningException>(() => _targets.CreateAsync(Cancellation));

        Assert.Equal("targets of rule spec-order-processing: inventory-queue was refused: Code Because", failure.Message);
    }

    [Fact]
    public async Task Its_removal_fails_with_the_rule_the_target_and_the_reason()
    {
        var failure = await Assert.ThrowsAsync<ProvisioningException>(() => _targets.DeleteAsync(Cancellation));

        Assert.Equal("targets of rule spec-order-processing: inventory-queue was kept: Code Because", failure.Message);
    }

    private sealed class Refusing() : AmazonEventBridgeClient(Scopes.EventBridgeConfig)
    {
        public override Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(
            ListTargetsByRuleRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ListTargetsByRuleResponse { Targets = [new() { Id = Topology.InventoryQueue }] });

        public override Task<PutTargetsResponse> PutTargetsAsync(
            PutTargetsRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new PutTargetsResponse
            {
                FailedEntries = [new() { TargetId = Topology.InventoryQueue, ErrorCode = "Code", ErrorMessage = "Because" }],
            });

        public override Task<RemoveTargetsResponse> RemoveTargetsAsync(
            RemoveTargetsRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new RemoveTargetsResponse
            {
                FailedEntries = [new() { TargetId = Topology.InventoryQueue, ErrorCode = "Code", ErrorMessage = "Because" }],
            });
    }
}
