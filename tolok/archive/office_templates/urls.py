from django.urls import path

from tolok.archive.office_templates import files, views

urlpatterns = [
    path("templat/", views.office_templates, name="office_templates"),
    path("templat/versi/<int:pk>/", views.office_template, name="office_template"),
    path(
        "templat/versi/<int:pk>/templat.docx",
        files.office_template_file,
        name="office_template_file",
    ),
    path(
        "templat/versi/<int:pk>/contoh/<str:kind>/",
        files.office_template_preview,
        name="office_template_preview",
    ),
    path("templat/versi/<int:pk>/pakai/", views.use_template, name="use_template"),
    path("templat/<str:code>/", views.document_template, name="document_template"),
    path(
        "templat/<str:code>/templat.docx", files.shipped_template_file, name="shipped_template_file"
    ),
    path(
        "templat/<str:code>/contoh/<str:kind>/",
        files.shipped_template_preview,
        name="shipped_template_preview",
    ),
    path("templat/<str:code>/unggah/", views.upload_template, name="upload_template"),
    path("templat/<str:code>/bawaan/", views.use_shipped, name="use_shipped"),
]
