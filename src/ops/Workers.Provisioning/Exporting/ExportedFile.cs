using Workers.Provisioning.Schemas;
using Workers.Provisioning.StateMachines;

namespace Workers.Provisioning.Exporting;

/// <summary>A file of the repository that says, whole or in part, what the topology says.</summary>
/// <param name="Path">Where it is, from the repository's root.</param>
/// <param name="Render">What it should be, given what it is; a file that is exported whole does not ask.</param>
public sealed record ExportedFile(string Path, Func<string, string> Render)
{
    /// <summary>The command that writes every exported file.</summary>
    public const string Command = "dotnet run --project src/ops/Workers.Cli -- export";

    /// <summary>The CloudFormation template.</summary>
    public static ExportedFile Template { get; } = Whole(CloudFormation.Template.Path, CloudFormation.Template.Export);

    /// <summary>Every exported file.</summary>
    public static IReadOnlyList<ExportedFile> All { get; } =
    [
        Template,
        Whole(OrderWorkflow.Path, OrderWorkflow.Export),
        Part("docker-compose.yml", "services of the workers", ComposeServices.Render),
        Whole("k8s/base/workers.yaml", WorkerManifests.Render),
        Whole("k8s/components/keda/workers.yaml", ScaledObjects.Render),
        Whole("k8s/overlays/eks/identity.yaml", RoleAnnotations.Render),
        Part("docs/scaling.md", "table of numbers", ScalingTable.Render),
        .. SchemaFiles.All,
        Whole(CataloguePage.Path, CataloguePage.Render),
    ];

    /// <summary>The number of the first line that is not what it should be; null where all are.</summary>
    /// <param name="text">What the file is; empty where there is none.</param>
    /// <exception cref="ProvisioningException">The marks of a part are missing.</exception>
    public int? StaleFrom(string text)
    {
        var wanted = Render(text);
        return text == wanted
            ? null
            : text.Split('\n').Zip(wanted.Split('\n')).TakeWhile(lines => lines.First == lines.Second).Count() + 1;
    }

    internal static ExportedFile Whole(string path, Func<string> render) => new(path, _ => render());

    private static ExportedFile Part(string path, string what, Func<string> render) =>
        new(path, text => MarkedPart.Replace(path, what, text, render()));
}
