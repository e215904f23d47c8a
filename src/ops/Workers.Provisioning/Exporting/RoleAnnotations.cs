using Workers.Contracts;
using Workers.Provisioning.CloudFormation;

namespace Workers.Provisioning.Exporting;

/// <summary>The role that each service account takes on EKS. Account and prefix are examples, which the overlay replaces.</summary>
internal static class RoleAnnotations
{
    public static string Render() => Notice.Comment
        + string.Join("---\n", Topology.Deployables.Select(deployable => deployable.Name)
            .Concat([BooksJob.Name, ConsoleRoles.Looks, ConsoleRoles.Acts, Collector.Name]).Select(Annotated));

    private static string Annotated(string name) =>
        $"""
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: {name}
          annotations:
            eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/workers-{name}

        """;
}
